using System.Collections.Immutable;
using Bitloom.Projects;

namespace Bitloom.Exploration;

/// <summary>What a search tries next.</summary>
public static class Proposals
{
    /// <summary>
    /// The settings of a generation, once those before it are finished; empty when all of the section's trials are
    /// proposed. Trials of later generations do not matter.
    /// </summary>
    /// <param name="epochs">Of float training, to the end.</param>
    /// <param name="quantizedEpochs">Of quantized training, to the end.</param>
    public static IReadOnlyList<ImmutableSortedDictionary<string, string>> Next(
        ExploreSection section, int epochs, int quantizedEpochs, IReadOnlyList<Trial> finished, int generation)
    {
        List<Trial> earlier = [.. finished.Where(trial => trial.Generation < generation)];
        var left = section.Trials - earlier.Count;
        if (left <= 0)
            return [];
        var settings = section.Halving > 1 && !section.Space.IsEmpty
            ? OfRung(section, new(section.Halving, section.Population, epochs, quantizedEpochs), earlier, generation)
            : Fresh(section, earlier, generation);
        return [.. settings.Take(left)];
    }

    private static IEnumerable<ImmutableSortedDictionary<string, string>> OfRung(
        ExploreSection section, SuccessiveHalving halving, List<Trial> earlier, int generation)
    {
        var rung = halving.Rung(generation);
        return rung == 0
            ? Fresh(section, earlier, generation).Select(settings => halving.WithEpochs(settings, rung))
            : halving.Promoted(
                earlier.Where(trial => trial.Generation == generation - 1), section.Objectives, rung);
    }

    private static IReadOnlyList<ImmutableSortedDictionary<string, string>> Fresh(
        ExploreSection section, List<Trial> earlier, int generation) =>
        Samplers.Of(section.Method).Propose(
            new(section.Space, section.Objectives, SuccessiveHalving.BestTrained(earlier, section.Space), generation,
                section.Seed),
            section.Population);
}

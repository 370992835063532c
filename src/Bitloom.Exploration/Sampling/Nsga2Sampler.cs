using System.Collections.Immutable;
using Bitloom.Projects;
using Bitloom.Training;

namespace Bitloom.Exploration;

/// <summary>
/// NSGA-II (Deb et al. 2002): children of the best trials so far. A trial is as good as its best point. The first
/// generation is a Latin hypercube.
/// </summary>
internal sealed class Nsga2Sampler : ISampler
{
    public IReadOnlyList<ImmutableSortedDictionary<string, string>> Propose(SamplerState state, int count)
    {
        var random = state.Random();
        var draws = state.Finished.Count == 0
            ? LatinHypercube.Of(state.Space.Length, count, random)
                .Concat(RandomSampler.Draws(state.Space.Length, random))
            : Children(state.Space, Parents(state, count), random);
        return new Batch(state).Fill(count, draws);
    }

    private static List<double[]> Parents(SamplerState state, int count) =>
        [.. TrialRanking.BestFirst(state.Finished, state.Objectives).Take(count)
            .Select(trial => Settings.Positions(state.Space, trial.Settings))];

    private static IEnumerable<double[]> Children(
        ImmutableArray<SearchParameter> space, List<double[]> parents, SeededRandom random)
    {
        while (true)
        {
            var (first, second) = Variation.Crossover(Winner(parents, random), Winner(parents, random), random);
            yield return Variation.Mutate(space, first, random);
            yield return Variation.Mutate(space, second, random);
        }
    }

    /// <summary>Of a binary tournament: the parents are sorted, so the lower index wins.</summary>
    private static double[] Winner(List<double[]> parents, SeededRandom random) =>
        parents[Math.Min(random.Next(parents.Count), random.Next(parents.Count))];
}

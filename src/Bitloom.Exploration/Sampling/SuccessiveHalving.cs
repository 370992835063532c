using System.Collections.Immutable;
using System.Globalization;
using Bitloom.Projects;

namespace Bitloom.Exploration;

/// <summary>
/// Successive halving (Jamieson and Talwalkar 2016). Generations come in brackets: the first rung tries new settings
/// with few epochs, each next one the best of the rung before with <paramref name="Rate"/> times the epochs, the last
/// one with all.
/// </summary>
/// <param name="Rate">One in so many goes on; at least 2.</param>
/// <param name="Population">Settings of a first rung.</param>
/// <param name="Epochs">Of the last rung.</param>
/// <param name="QuantizedEpochs">Of the last rung; 0: none of any.</param>
internal sealed record SuccessiveHalving(int Rate, int Population, int Epochs, int QuantizedEpochs)
{
    public const string EpochsKey = "training.epochs";
    public const string QuantizedEpochsKey = "training.quantizedEpochs";

    /// <summary>As many as leave a setting and an epoch to each.</summary>
    public int Rungs
    {
        get
        {
            var rungs = 1;
            for (long share = Rate; share <= Math.Min(Population, Epochs); share *= Rate)
                rungs++;
            return rungs;
        }
    }

    /// <summary>Of a generation; a bracket starts at 0.</summary>
    public int Rung(int generation) => generation % Rungs;

    /// <summary>How many settings a rung tries.</summary>
    public int Count(int rung) => Math.Max(1, (int)(Population / Math.Pow(Rate, rung)));

    /// <summary>The settings, trained as long as their rung asks for.</summary>
    public ImmutableSortedDictionary<string, string> WithEpochs(
        ImmutableSortedDictionary<string, string> settings, int rung) =>
        settings.SetItem(EpochsKey, Share(Epochs, rung)).SetItem(QuantizedEpochsKey, Share(QuantizedEpochs, rung));

    /// <summary>What goes on to a rung from the trials of the rung before.</summary>
    public ImmutableArray<ImmutableSortedDictionary<string, string>> Promoted(
        IEnumerable<Trial> trials, ImmutableArray<Measure> objectives, int rung) =>
        [.. TrialRanking.BestFirst(trials, objectives).Take(Count(rung))
            .Select(trial => WithEpochs(trial.Settings, rung))];

    /// <summary>Of each setting the trial that was trained longest, by number.</summary>
    public static ImmutableArray<Trial> BestTrained(
        IEnumerable<Trial> trials, ImmutableArray<SearchParameter> space) =>
        [.. trials.GroupBy(trial => Settings.Identity(space, trial.Settings))
            .Select(same => same.OrderByDescending(EpochsOf).ThenBy(trial => trial.Number).First())
            .OrderBy(trial => trial.Number)];

    private static double EpochsOf(Trial trial) =>
        double.Parse(trial.Settings.GetValueOrDefault(EpochsKey, "0"), CultureInfo.InvariantCulture);

    private string Share(int epochs, int rung)
    {
        var share = Math.Floor(epochs / Math.Pow(Rate, Rungs - 1 - rung) + 0.5);
        return ((int)Math.Clamp(share, Math.Min(1, epochs), epochs)).ToString(CultureInfo.InvariantCulture);
    }
}

using System.Collections.Immutable;

namespace Bitloom.Exploration;

/// <summary>A trial as it is shown.</summary>
/// <param name="Settings">Values of what varies, by key.</param>
/// <param name="Worker">Who has it, or had it.</param>
/// <param name="Epochs">Null while it is not finished, as is <paramref name="Seconds"/>.</param>
/// <param name="Fault">Why it has no points.</param>
public sealed record ViewTrial(
    int Number,
    int Generation,
    TrialState State,
    ImmutableSortedDictionary<string, string> Settings,
    string? Worker,
    int? Epochs,
    double? Seconds,
    string? Fault)
{
    internal static ViewTrial Of(Trial trial) => new(
        trial.Number, trial.Generation, trial.State, trial.Settings, trial.Worker,
        trial.Result?.Epochs, trial.Result?.Seconds, trial.Result?.Fault);
}

using System.Collections.Immutable;

namespace Bitloom.Exploration;

/// <summary>One of a trial's points.</summary>
/// <param name="Index">Of the point in the trial's result.</param>
public sealed record FrontPoint(Trial Trial, int Index)
{
    /// <summary>The point itself; only a finished trial has any.</summary>
    public TrialPoint Point => Trial.Result!.Points[Index];

    /// <summary>All points of some trials, by trial number and index.</summary>
    internal static ImmutableArray<FrontPoint> Of(IEnumerable<Trial> trials) =>
        [.. trials.OrderBy(trial => trial.Number).SelectMany(trial =>
            Enumerable.Range(0, trial.Result?.Points.Length ?? 0).Select(index => new FrontPoint(trial, index)))];
}

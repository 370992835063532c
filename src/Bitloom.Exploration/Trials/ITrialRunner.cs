using Bitloom.Pipeline;

namespace Bitloom.Exploration;

/// <summary>Does the work of a trial. What is wrong with its settings is in the result, not an exception.</summary>
public interface ITrialRunner
{
    /// <summary>Trains and measures the models of a trial.</summary>
    Task<TrialResult> RunAsync(Trial trial, IStageProgress progress, CancellationToken cancellation);
}

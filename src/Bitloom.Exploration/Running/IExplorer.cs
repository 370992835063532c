using Bitloom.Pipeline;

namespace Bitloom.Exploration;

/// <summary>What the commands need of searches. It prints nothing.</summary>
public interface IExplorer
{
    /// <summary>The most accurate version of a project's model that fits its device.</summary>
    Task<FitResult> FitAsync(BuildRequest request, IStageProgress progress, CancellationToken cancellation);

    /// <summary>Searches what the project says, from where the study is.</summary>
    Task<ExploreResult> ExploreAsync(
        ExploreRequest request, IStageProgress progress, CancellationToken cancellation);
}

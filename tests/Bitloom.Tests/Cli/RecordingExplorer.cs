using Bitloom.Exploration;
using Bitloom.Pipeline;

namespace Bitloom.Tests.Cli;

/// <summary>Answers what the test wants and remembers what it was asked.</summary>
internal sealed class RecordingExplorer : IExplorer
{
    public FitResult Fit { get; init; } = new(BuildOutcome.UserFault, []);

    public ExploreResult Explored { get; init; } = new(BuildOutcome.UserFault, []);

    /// <summary>Done by every search.</summary>
    public Action Work { get; init; } = () => { };

    public List<BuildRequest> Fitted { get; } = [];

    public List<ExploreRequest> Asked { get; } = [];

    public Task<FitResult> FitAsync(BuildRequest request, IStageProgress progress, CancellationToken cancellation)
    {
        Fitted.Add(request);
        Work();
        return Task.FromResult(Fit);
    }

    public Task<ExploreResult> ExploreAsync(
        ExploreRequest request, IStageProgress progress, CancellationToken cancellation)
    {
        Asked.Add(request);
        Work();
        return Task.FromResult(Explored);
    }
}

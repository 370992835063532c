using Bitloom.Cluster;
using Bitloom.Pipeline;

namespace Bitloom.SystemTests.Cluster;

/// <summary>A worker in the process of the tests: what it does with a trial, and what it hears.</summary>
internal sealed class TestRunner(Func<Trial, CancellationToken, Task<TrialResult>> work)
    : ITrialRunner, IWorkerProgress, IStageProgress
{
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IStageProgress Stages => this;

    /// <summary>The first trial is finished.</summary>
    public Task FirstFinished => _finished.Task;

    public Task<TrialResult> RunAsync(Trial trial, IStageProgress progress, CancellationToken cancellation) =>
        work(trial, cancellation);

    public void Finished(string study, Trial trial, TrialResult result) => _finished.TrySetResult();

    public void Joined(string address)
    {
    }

    public void Began(string study, Trial trial)
    {
    }

    public void Lost(string study, Trial trial)
    {
    }

    public void Trouble(string reason)
    {
    }

    public void Begin(string stage, double total, string unit)
    {
    }

    public void Advance(double amount, string? note = null)
    {
    }

    public void End(string summary)
    {
    }

    public void Note(string stage, string text)
    {
    }
}

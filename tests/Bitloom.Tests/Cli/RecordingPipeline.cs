using Bitloom.Diagnostics;
using Bitloom.Pipeline;

namespace Bitloom.Tests.Cli;

/// <summary>A pipeline that answers what the test wants and remembers what it was asked.</summary>
internal sealed class RecordingPipeline(BuildResult result) : IBuildPipeline
{
    public List<BuildRequest> Built { get; } = [];

    public List<BuildRequest> Checked { get; } = [];

    public ProjectEstimate? Estimated { get; init; }

    public IReadOnlyList<DeviceRow> Known { get; init; } = [];

    public Action<IStageProgress, CancellationToken> Work { get; init; } = (_, _) => { };

    public Task<BuildResult> BuildAsync(
        BuildRequest request, IStageProgress progress, CancellationToken cancellation)
    {
        Built.Add(request);
        Work(progress, cancellation);
        return Task.FromResult(result);
    }

    public SimulationResult Simulation { get; init; } = new(BuildOutcome.Verified, [], null, null, TimeSpan.Zero);

    public List<SimulationRequest> Simulated { get; } = [];

    public Task<SimulationResult> SimulateAsync(
        SimulationRequest request, IStageProgress progress, CancellationToken cancellation)
    {
        Simulated.Add(request);
        Work(progress, cancellation);
        return Task.FromResult(Simulation);
    }

    public RunResult Answer { get; init; } = new(BuildOutcome.Verified, [], null);

    public List<RunRequest> Run { get; } = [];

    public Task<RunResult> RunAsync(RunRequest request, IStageProgress progress, CancellationToken cancellation)
    {
        Run.Add(request);
        return Task.FromResult(Answer);
    }

    public PartialResult Partial { get; init; } = new(BuildOutcome.Verified, [], [], [], null);

    public List<StageRequest> Staged { get; } = [];

    public Task<PartialResult> RunStageAsync(
        StageRequest request, IStageProgress progress, CancellationToken cancellation)
    {
        Staged.Add(request);
        Work(progress, cancellation);
        return Task.FromResult(Partial);
    }

    public Task<CheckResult> CheckAsync(BuildRequest request, CancellationToken cancellation)
    {
        Checked.Add(request);
        return Task.FromResult(new CheckResult(result.Outcome, result.Diagnostics));
    }

    public Task<EstimateResult> EstimateAsync(BuildRequest request, CancellationToken cancellation) =>
        Task.FromResult(new EstimateResult(result.Outcome, result.Diagnostics, Estimated));

    public Checked<IReadOnlyList<DeviceRow>> Devices() => Diagnostics.Checked.Success(Known);

    public Checked<DeviceRow> Device(string nameOrPath) =>
        Diagnostics.Checked.Success(Known.First(device => device.Name == nameOrPath));
}

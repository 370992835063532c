using Bitloom.Diagnostics;

namespace Bitloom.Pipeline;

/// <summary>What the commands need of the work behind them. It prints nothing.</summary>
public interface IBuildPipeline
{
    /// <summary>Builds a project. Faults of the user and of tools are in the result, not exceptions.</summary>
    Task<BuildResult> BuildAsync(BuildRequest request, IStageProgress progress, CancellationToken cancellation);

    /// <summary>Plays test windows through the translated RTL, with what a build has kept or would make.</summary>
    Task<SimulationResult> SimulateAsync(
        SimulationRequest request, IStageProgress progress, CancellationToken cancellation);

    /// <summary>Plays test windows on a board.</summary>
    Task<RunResult> RunAsync(RunRequest request, IStageProgress progress, CancellationToken cancellation);

    /// <summary>Builds a project up to a stage.</summary>
    Task<PartialResult> RunStageAsync(StageRequest request, IStageProgress progress, CancellationToken cancellation);

    /// <summary>Reads and checks a project, its data, model and device, and the tools, without building it.</summary>
    Task<CheckResult> CheckAsync(BuildRequest request, CancellationToken cancellation);

    /// <summary>Estimates what a project takes of its device, without building it.</summary>
    Task<EstimateResult> EstimateAsync(BuildRequest request, CancellationToken cancellation);

    /// <summary>The devices known.</summary>
    Checked<IReadOnlyList<DeviceRow>> Devices();

    /// <summary>The device of a name, or of the path of a device file.</summary>
    Checked<DeviceRow> Device(string nameOrPath);
}

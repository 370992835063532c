using Bitloom.Toolchain;

namespace Bitloom.Pipeline;

/// <summary>The translated RTL, which is what synthesis reads, in Verilator against the interpreter.</summary>
internal static class VerilatorAgreement
{
    public const string Name = "simulate translation";

    /// <summary>What the runs of a build are called.</summary>
    public const string BuildRun = "translated";

    /// <summary>Builds the simulator, unless it is there, and plays the windows.</summary>
    public static async Task<StageResult<PlayedRtl>> RunAsync(
        BuildInputs inputs, TranslatedModel translated, WindowVectors few, WindowVectors windows,
        IStageProgress progress, CancellationToken cancellation)
    {
        var simulation = await BuildAsync(inputs, translated, cancellation);
        return simulation.Ok
            ? await PlayAsync(inputs, simulation.Value, Of(BuildRun), few, windows, progress, cancellation)
            : StageResult.Stopped<PlayedRtl>(simulation.Outcome, simulation.Diagnostics);
    }

    /// <summary>The simulator, built unless it is there.</summary>
    public static async Task<StageResult<VerilatedSimulation>> BuildAsync(
        BuildInputs inputs, TranslatedModel translated, CancellationToken cancellation)
    {
        var simulation = new VerilatedSimulation(
            translated.Hardware, translated.Verilog, inputs.Programs.Verilator, CacheFolder(inputs));
        return await BuildAsync(inputs, simulation, cancellation);
    }

    /// <summary>Where simulators are kept: another Verilator makes another simulator of the same sources.</summary>
    public static string CacheFolder(BuildInputs inputs) => Path.Combine(
        inputs.Programs.SimulatorFolder ?? SimulatorCache.Root(),
        Dependencies.Version(inputs, inputs.Programs.Verilator).Value);

    /// <summary>Builds a simulator that has been prepared, unless it is there.</summary>
    public static async Task<StageResult<VerilatedSimulation>> BuildAsync(
        BuildInputs inputs, VerilatedSimulation simulation, CancellationToken cancellation)
    {
        var verilator = inputs.Programs.Verilator;
        var build = await simulation.BuildAsync(cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (build is null || (build.Ok && simulation.IsBuilt))
            return StageResult.Done(simulation);
        return StageResult.Stopped<VerilatedSimulation>(
            BuildOutcome.ToolFailed,
            ToolFault.Of(verilator, build) ?? ToolFault.WithoutResult(verilator, build, "a simulator"));
    }

    /// <summary>Plays the windows.</summary>
    /// <param name="run">What is simulated.</param>
    /// <param name="few">Windows for full speed.</param>
    /// <param name="windows">Windows for random stalls.</param>
    public static async Task<StageResult<PlayedRtl>> PlayAsync(
        BuildInputs inputs, VerilatedSimulation simulation, SimulatedRun run, WindowVectors few, WindowVectors windows,
        IStageProgress progress, CancellationToken cancellation)
    {
        progress.Begin(run.Stage, few.Indices.Length + windows.Indices.Length, "windows");
        var full = await simulation.RunAsync(
            FullSpeed(run.Name), few.Inputs, few.Expected, null, 1, Advance, cancellation: cancellation);
        var stalled = await simulation.RunAsync(
            Stalled(run.Name), windows.Inputs, windows.Expected, RtlAgreement.StallSeed(inputs), 2, Advance,
            cancellation: cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (RtlAgreement.Fault(inputs.Programs.Verilator, full, stalled) is { } fault)
            return StageResult.Stopped<PlayedRtl>(BuildOutcome.ToolFailed, fault);
        progress.End(FormattableString.Invariant($"{full.Beats + stalled.Beats} outputs compared"));
        return StageResult.Done(RtlAgreement.Verdict(run.What, full, stalled, windows));

        void Advance() => progress.Advance(1);
    }

    /// <summary>A run of the translated RTL.</summary>
    /// <param name="name">Names the vectors and logs.</param>
    public static SimulatedRun Of(string name) => new(Name, name, "translated RTL in Verilator");

    /// <summary>Names of the two runs.</summary>
    public static string FullSpeed(string run) => $"{run}-full-speed";

    /// <inheritdoc cref="FullSpeed"/>
    public static string Stalled(string run) => $"{run}-stalled";
}

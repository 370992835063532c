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
            ? await PlayAsync(inputs, simulation.Value, BuildRun, few, windows, progress, cancellation)
            : StageResult.Stopped<PlayedRtl>(simulation.Outcome, simulation.Diagnostics);
    }

    /// <summary>The simulator, built unless it is there.</summary>
    public static async Task<StageResult<VerilatedSimulation>> BuildAsync(
        BuildInputs inputs, TranslatedModel translated, CancellationToken cancellation)
    {
        var verilator = inputs.Programs.Verilator;
        // Another Verilator makes another simulator of the same sources.
        var cache = Path.Combine(
            inputs.Programs.SimulatorFolder ?? SimulatorCache.Root(), Dependencies.Version(inputs, verilator).Value);
        var simulation = new VerilatedSimulation(translated.Hardware, translated.Verilog, verilator, cache);
        var build = await simulation.BuildAsync(cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (build is null || (build.Ok && simulation.IsBuilt))
            return StageResult.Done(simulation);
        return StageResult.Stopped<VerilatedSimulation>(
            BuildOutcome.ToolFailed,
            ToolFault.Of(verilator, build) ?? ToolFault.WithoutResult(verilator, build, "a simulator"));
    }

    /// <summary>Plays the windows.</summary>
    /// <param name="run">Names the vectors and logs.</param>
    /// <param name="few">Windows for full speed.</param>
    /// <param name="windows">Windows for random stalls.</param>
    public static async Task<StageResult<PlayedRtl>> PlayAsync(
        BuildInputs inputs, VerilatedSimulation simulation, string run, WindowVectors few, WindowVectors windows,
        IStageProgress progress, CancellationToken cancellation)
    {
        progress.Begin(Name, few.Indices.Length + windows.Indices.Length, "windows");
        var full = await simulation.RunAsync(
            FullSpeed(run), few.Inputs, few.Expected, null, 1, Advance, cancellation);
        var stalled = await simulation.RunAsync(
            Stalled(run), windows.Inputs, windows.Expected, RtlAgreement.StallSeed(inputs), 2, Advance, cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (RtlAgreement.Fault(inputs.Programs.Verilator, full, stalled) is { } fault)
            return StageResult.Stopped<PlayedRtl>(BuildOutcome.ToolFailed, fault);
        progress.End(FormattableString.Invariant($"{full.Beats + stalled.Beats} outputs compared"));
        return StageResult.Done(RtlAgreement.Verdict("translated RTL in Verilator", full, stalled, windows));

        void Advance() => progress.Advance(1);
    }

    /// <summary>Names of the two runs.</summary>
    public static string FullSpeed(string run) => $"{run}-full-speed";

    /// <inheritdoc cref="FullSpeed"/>
    public static string Stalled(string run) => $"{run}-stalled";
}

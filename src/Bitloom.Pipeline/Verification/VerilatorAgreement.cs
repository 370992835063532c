using Bitloom.Toolchain;

namespace Bitloom.Pipeline;

/// <summary>The translated RTL, which is what synthesis reads, in Verilator against the interpreter.</summary>
internal static class VerilatorAgreement
{
    public const string Name = "simulate translation";

    /// <summary>The runs.</summary>
    public const string FullSpeed = "translated-full-speed", Stalled = "translated-stalled";

    /// <param name="few">Windows for full speed.</param>
    /// <param name="windows">Windows for random stalls.</param>
    public static async Task<StageResult<PlayedRtl>> RunAsync(
        BuildInputs inputs, TranslatedModel translated, WindowVectors few, WindowVectors windows,
        IStageProgress progress, CancellationToken cancellation)
    {
        var verilator = inputs.Programs.Verilator;
        progress.Begin(Name, few.Indices.Length + windows.Indices.Length, "windows");
        var simulation = new VerilatedSimulation(translated.Hardware, translated.Verilog, verilator);
        var build = await simulation.BuildAsync(cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (build is not null && ToolFault.Of(verilator, build) is { } unbuilt)
            return StageResult.Stopped<PlayedRtl>(BuildOutcome.ToolFailed, unbuilt);
        var full = await simulation.RunAsync(
            FullSpeed, few.Inputs, few.Expected, null, 1, Advance, cancellation);
        var stalled = await simulation.RunAsync(
            Stalled, windows.Inputs, windows.Expected, RtlAgreement.StallSeed(inputs), 2, Advance,
            cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (RtlAgreement.Fault(verilator, full, stalled) is { } fault)
            return StageResult.Stopped<PlayedRtl>(BuildOutcome.ToolFailed, fault);
        progress.End(FormattableString.Invariant($"{full.Beats + stalled.Beats} outputs compared"));
        return StageResult.Done(RtlAgreement.Verdict("translated RTL in Verilator", full, stalled, windows));

        void Advance() => progress.Advance(1);
    }
}

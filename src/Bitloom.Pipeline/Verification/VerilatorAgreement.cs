using Bitloom.Toolchain;

namespace Bitloom.Pipeline;

/// <summary>The translated RTL, which is what synthesis reads, in Verilator against the interpreter.</summary>
internal static class VerilatorAgreement
{
    public static async Task<StageResult<PlayedRtl>> RunAsync(
        BuildInputs inputs, TranslatedModel translated, WindowVectors windows, IStageProgress progress,
        CancellationToken cancellation)
    {
        var verilator = inputs.Programs.Verilator;
        var few = windows.First(RtlAgreement.FullSpeedWindows);
        progress.Begin("simulate translation", few.Indices.Length + windows.Indices.Length, "windows");
        var simulation = new VerilatedSimulation(translated.Hardware, translated.Verilog, verilator);
        var build = await simulation.BuildAsync(cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (build is not null && ToolFault.Of(verilator, build) is { } unbuilt)
            return StageResult.Stopped<PlayedRtl>(BuildOutcome.ToolFailed, unbuilt);
        var full = await simulation.RunAsync(
            "translated-full-speed", few.Inputs, few.Expected, null, 1, Advance, cancellation);
        var stalled = await simulation.RunAsync(
            "translated-stalled", windows.Inputs, windows.Expected, RtlAgreement.StallSeed(inputs), 2, Advance,
            cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (RtlAgreement.Fault(verilator, full, stalled) is { } fault)
            return StageResult.Stopped<PlayedRtl>(BuildOutcome.ToolFailed, fault);
        progress.End(FormattableString.Invariant($"{full.Beats + stalled.Beats} outputs compared"));
        return StageResult.Done(RtlAgreement.Verdict("translated RTL in Verilator", full, stalled, windows));

        void Advance() => progress.Advance(1);
    }
}

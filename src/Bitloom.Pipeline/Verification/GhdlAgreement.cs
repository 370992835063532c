using Bitloom.Toolchain;

namespace Bitloom.Pipeline;

/// <summary>The VHDL in GHDL against the interpreter.</summary>
internal static class GhdlAgreement
{
    public const string Name = "simulate VHDL";

    /// <summary>The runs.</summary>
    public const string FullSpeed = "full-speed", Stalled = "stalled";

    /// <param name="few">Windows for full speed.</param>
    /// <param name="windows">Windows for random stalls.</param>
    public static async Task<StageResult<PlayedRtl>> RunAsync(
        BuildInputs inputs, CompiledModel compiled, WindowVectors few, WindowVectors windows,
        IStageProgress progress, CancellationToken cancellation)
    {
        var ghdl = inputs.Programs.Ghdl;
        progress.Begin(Name, few.Indices.Length + windows.Indices.Length, "windows");
        var vhdl = new RtlSimulation(compiled.Hardware, ghdl);
        var build = await vhdl.BuildAsync(cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (ToolFault.Of(ghdl, build) is { } unbuilt)
            return StageResult.Stopped<PlayedRtl>(BuildOutcome.ToolFailed, unbuilt);
        var full = await vhdl.RunAsync(FullSpeed, few.Inputs, few.Expected, null, Advance, cancellation: cancellation);
        var stalled = await vhdl.RunAsync(
            Stalled, windows.Inputs, windows.Expected, RtlAgreement.StallSeed(inputs), Advance,
            cancellation: cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (RtlAgreement.Fault(ghdl, full, stalled) is { } fault)
            return StageResult.Stopped<PlayedRtl>(BuildOutcome.ToolFailed, fault);
        progress.End(FormattableString.Invariant($"{full.Beats + stalled.Beats} outputs compared"));
        return StageResult.Done(RtlAgreement.Verdict("RTL in GHDL", full, stalled, windows));

        void Advance() => progress.Advance(1);
    }
}

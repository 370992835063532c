using System.Collections.Immutable;
using Bitloom.Diagnostics;
using Bitloom.Toolchain;

namespace Bitloom.Pipeline;

/// <summary>
/// What the RTL answered: the VHDL in GHDL, and its translation, which is what synthesis reads, in Verilator.
/// </summary>
/// <param name="FullSpeed">Windows without stalls, in both simulators: the cycles.</param>
/// <param name="Played">The windows that the translation was played with stalls, and its answers.</param>
internal sealed record RtlAgreement(
    ImmutableArray<RungResult> Rungs, ImmutableArray<RtlRun> FullSpeed, WindowVectors Windows, RtlRun Played)
{
    private const int FullSpeedWindows = 2;
    private const string Interpreter = "integer graph interpreter";

    public static async Task<StageResult<RtlAgreement>> RunAsync(
        BuildInputs inputs, IntegerModel model, CompiledModel compiled, int[] windows, IStageProgress progress,
        CancellationToken cancellation)
    {
        var verification = inputs.Project.Verification;
        var many = WindowVectors.Draw(model.Graph, windows, verification.TranslatedWindows, verification.Seed);
        var some = WindowVectors.Draw(model.Graph, windows, verification.Windows, verification.Seed);
        var few = some.First(FullSpeedWindows);

        progress.Begin("simulate VHDL", few.Indices.Length + some.Indices.Length, "windows");
        var vhdl = new RtlSimulation(compiled.Hardware, inputs.Programs.Ghdl);
        var build = await vhdl.BuildAsync(cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (ToolFault.Of(inputs.Programs.Ghdl, build) is { } fault)
            return Stopped(fault);
        var full = await vhdl.RunAsync(
            "full-speed", few.Inputs, few.Expected, null, Advance, cancellation: cancellation);
        var stalled = await vhdl.RunAsync(
            "stalled", some.Inputs, some.Expected, Seed(inputs), Advance, cancellation: cancellation);
        cancellation.ThrowIfCancellationRequested();
        if ((Crash(inputs.Programs.Ghdl, full) ?? Crash(inputs.Programs.Ghdl, stalled)) is { } crash)
            return Stopped(crash);
        progress.End(FormattableString.Invariant($"{full.Beats + stalled.Beats} outputs compared"));

        progress.Begin("simulate translation", few.Indices.Length + many.Indices.Length, "windows");
        var translation = new VerilogTranslation(compiled.Hardware, inputs.Programs.Ghdl);
        if (await translation.RunAsync(cancellation) is { } untranslated)
            return Stopped(untranslated);
        var verilated = new VerilatedSimulation(compiled.Hardware, translation, inputs.Programs.Verilator);
        var verilation = await verilated.BuildAsync(cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (verilation is not null && ToolFault.Of(inputs.Programs.Verilator, verilation) is { } unbuilt)
            return Stopped(unbuilt);
        var fast = await verilated.RunAsync(
            "translated-full-speed", few.Inputs, few.Expected, null, 1, Advance, cancellation: cancellation);
        var played = await verilated.RunAsync(
            "translated-stalled", many.Inputs, many.Expected, Seed(inputs), 2, Advance, cancellation: cancellation);
        cancellation.ThrowIfCancellationRequested();
        if ((Crash(inputs.Programs.Verilator, fast) ?? Crash(inputs.Programs.Verilator, played)) is { } broken)
            return Stopped(broken);
        progress.End(FormattableString.Invariant($"{fast.Beats + played.Beats} outputs compared"));
        return StageResult.Done(new RtlAgreement(
            [
                Rung("RTL in GHDL, full speed", full), Rung("RTL in GHDL, random stalls", stalled),
                Rung("translated RTL in Verilator, full speed", fast),
                Rung("translated RTL in Verilator, random stalls", played),
            ],
            [full, fast], many, played));

        void Advance() => progress.Advance(1);
    }

    private static StageResult<RtlAgreement> Stopped(Diagnostic fault) =>
        StageResult.Stopped<RtlAgreement>(BuildOutcome.ToolFailed, fault);

    // Seed 0 would mean full speed.
    private static int Seed(BuildInputs inputs) => inputs.Project.Verification.Seed + 1;

    // A bench that fails says what differs; anything else that ends the simulator is a fault of the tool.
    private static Diagnostic? Crash(ExternalTool tool, RtlRun run) =>
        run.Ok || run.Failure is not null ? null : ToolFault.Of(tool, run.Process);

    private static RungResult Rung(string to, RtlRun run) =>
        new(Interpreter, to, Math.Max(run.Beats, 1), run.Ok ? 0 : 1, run.Failure);
}

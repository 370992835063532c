using System.Collections.Immutable;
using Bitloom.Diagnostics;
using Bitloom.Interpreter;
using Bitloom.Quantization;
using Bitloom.Toolchain;

namespace Bitloom.Pipeline;

/// <summary>The agreement of all implementations, and the cycles of the RTL.</summary>
/// <param name="Rungs">Each comparison.</param>
/// <param name="SimulatedCycles">Cycles of every window at full speed, when the RTL ran.</param>
/// <param name="RtlWindows">Indices into the test part of the windows that the RTL was played.</param>
/// <param name="RtlOutputs">What the RTL put out for them; fewer elements when it was stopped at a difference.</param>
internal sealed record VerifiedModel(
    ImmutableArray<RungResult> Rungs, ImmutableArray<long> SimulatedCycles, ImmutableArray<int> RtlWindows,
    ImmutableArray<int> RtlOutputs);

/// <summary>Climbs the agreement ladder of docs/arithmetic.md.</summary>
internal static class VerifyStage
{
    private const int FullSpeedWindows = 2;
    private const string Interpreter = "integer graph interpreter";

    public static async Task<StageResult<VerifiedModel>> RunAsync(
        BuildInputs inputs, TrainedModel trained, IntegerModel model, CompiledModel compiled, IStageProgress progress,
        CancellationToken cancellation)
    {
        var windows = HostQuantizer.Quantize(inputs.Data.Test.Inputs, model.Encoder.Input);
        var rungs = new List<RungResult>(RealRung.Compare(trained, model, inputs.Data.Test.Inputs));
        rungs.AddRange(SoftwareAgreement.Compare(
            model.Encoder, model.Graph, compiled.Program, windows, progress, cancellation));
        var chosen = ChooseWindows(inputs);
        var simulation = new RtlSimulation(compiled.Hardware, inputs.Programs.Ghdl);
        var few = chosen[..Math.Min(FullSpeedWindows, chosen.Length)];
        progress.Begin("simulate RTL", few.Length + chosen.Length, "windows");
        var build = await simulation.BuildAsync(cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (ToolFault.Of(inputs.Programs.Ghdl, build) is { } fault)
            return StageResult.Stopped<VerifiedModel>(BuildOutcome.ToolFailed, fault);

        var full = await PlayAsync(simulation, "full-speed", model, windows, few, null);
        var stalled = await PlayAsync(simulation, "stalled", model, windows, chosen, inputs.Project.Verification.Seed);
        cancellation.ThrowIfCancellationRequested();
        if ((Crash(inputs, full) ?? Crash(inputs, stalled)) is { } crash)
            return StageResult.Stopped<VerifiedModel>(BuildOutcome.ToolFailed, crash);
        rungs.Add(Rung("RTL in GHDL, full speed", full));
        rungs.Add(Rung("RTL in GHDL, random stalls", stalled));
        progress.End(FormattableString.Invariant($"{full.Beats + stalled.Beats} outputs compared"));
        return StageResult.Done(new VerifiedModel([.. rungs], full.Cycles, [.. chosen], stalled.Outputs));

        Task<RtlRun> PlayAsync(
            RtlSimulation rtl, string name, IntegerModel integers, int[] all, int[] played, int? stallSeed)
        {
            var size = integers.Graph.InputTensor.Count;
            int[] elements = [.. played.SelectMany(window => all.AsSpan(window * size, size).ToArray())];
            int[] expected = [.. played.SelectMany(
                window => GraphInterpreter.Run(integers.Graph, all.AsSpan(window * size, size)).Output)];
            return rtl.RunAsync(name, elements, expected, stallSeed, () => progress.Advance(1), cancellation);
        }
    }

    /// <summary>Distinct windows of the test part, drawn by the project's seed.</summary>
    private static int[] ChooseWindows(BuildInputs inputs)
    {
        var count = Math.Min(inputs.Data.Test.Count, Math.Max(inputs.Project.Verification.Windows, FullSpeedWindows));
        var indices = Enumerable.Range(0, inputs.Data.Test.Count).ToArray();
        new Random(inputs.Project.Verification.Seed).Shuffle(indices);
        return [.. indices.Take(count).Order()];
    }

    // A bench that fails says what differs; anything else that ends the simulator is a fault of the tool.
    private static Diagnostic? Crash(BuildInputs inputs, RtlRun run) =>
        run.Ok || run.Failure is not null ? null : ToolFault.Of(inputs.Programs.Ghdl, run.Process);

    private static RungResult Rung(string to, RtlRun run) =>
        new(Interpreter, to, Math.Max(run.Beats, 1), run.Ok ? 0 : 1, run.Failure);
}

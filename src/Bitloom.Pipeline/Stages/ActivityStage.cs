using Bitloom.Estimation;
using Bitloom.Quantization;
using Bitloom.Toolchain;

namespace Bitloom.Pipeline;

/// <summary>What the netlist's parts do in a cycle: in a window, and while it waits for the next one.</summary>
internal sealed record MeasuredActivity(Activity Window, Activity Idle);

/// <summary>
/// Counts the activity of the synthesized netlist in one window of the test part at full speed, and in idle cycles
/// after it, with the simulator that verified it.
/// </summary>
internal static class ActivityStage
{
    /// <summary>Names the vectors and the log.</summary>
    public const string Run = "activity";

    private const string Name = "measure activity";

    /// <summary>Takes over what the last build counted, or counts.</summary>
    public static Task<StageResult<MeasuredActivity>> RunAsync(
        BuildInputs inputs, IntegerModel model, TranslatedModel translated, IStageProgress progress,
        CancellationToken cancellation) => inputs.Stages.RunAsync(
        new Stage(
            Name,
            [
                new("verification.seed", inputs.Project.Verification.Seed.ToString(
                    System.Globalization.CultureInfo.InvariantCulture)),
                Dependencies.TestWindows(inputs.Data), new("the integer graph", VerifyStage.HashOf(model)),
                Dependencies.File(inputs.OutputFolder, SynthesizeStage.NetlistFile),
                Dependencies.Version(inputs, inputs.Programs.Verilator), Dependencies.Bitloom,
            ],
            []),
        progress, () => MeasureAsync(inputs, model, translated, progress, cancellation));

    private static async Task<StageResult<MeasuredActivity>> MeasureAsync(
        BuildInputs inputs, IntegerModel model, TranslatedModel translated, IStageProgress progress,
        CancellationToken cancellation)
    {
        var simulation = await NetlistAgreement.BuildAsync(inputs, translated, cancellation);
        if (!simulation.Ok)
            return StageResult.Stopped<MeasuredActivity>(simulation.Outcome, simulation.Diagnostics);
        progress.Begin(Name, 1, "windows");
        var windows = HostQuantizer.Quantize(inputs.Data.TestWindows.Inputs, model.Encoder.Input);
        var one = WindowVectors.Draw(model.Graph, windows, 1, inputs.Project.Verification.Seed);
        var recording = Path.Combine(translated.Hardware.Directory, $"{Run}.vcd");
        try
        {
            var run = await simulation.Value.RunAsync(
                Run, one.Inputs, one.Expected, recording: recording, cancellation: cancellation);
            cancellation.ThrowIfCancellationRequested();
            if (RtlAgreement.Fault(inputs.Programs.Verilator, run) is { } fault)
                return StageResult.Stopped<MeasuredActivity>(BuildOutcome.ToolFailed, fault);
            var measured = Count(Path.Combine(inputs.OutputFolder, SynthesizeStage.NetlistFile), recording);
            progress.End(FormattableString.Invariant($"{measured.Window.LutToggles:0} LUT outputs change in a cycle"));
            return StageResult.Done(measured);
        }
        finally
        {
            File.Delete(recording);
        }
    }

    private static MeasuredActivity Count(string netlistPath, string recordingPath)
    {
        using var netlist = new StreamReader(netlistPath);
        using var recording = new StreamReader(recordingPath);
        var (window, idle) = NetlistRecording.Count(netlist, recording);
        return new(
            Of(window, "counted in one window, synthesized netlist in Verilator"),
            Of(idle, "counted in idle cycles, synthesized netlist in Verilator"));
    }

    private static Activity Of(NetActivity counted, string source) => new(
        counted.Cycles, Rounded.Of(counted.LutToggles), Rounded.Of(counted.FlipFlopToggles),
        Rounded.Of(counted.CarryToggles), Rounded.Of(counted.BlockAccesses), Rounded.Of(counted.MultiplierResults),
        Rounded.Of(counted.LargeAccesses), source);
}

using System.Diagnostics;
using Bitloom.Quantization;
using Bitloom.Reporting;

namespace Bitloom.Pipeline;

/// <summary>
/// Plays test windows through the translated RTL in Verilator. It is done anew each time, beside what a build keeps.
/// </summary>
internal static class SimulateStage
{
    private const string Run = "simulate";

    public static async Task<StageResult<SimulationResult>> RunAsync(
        BuildInputs inputs, int? count, IStageProgress progress, CancellationToken cancellation)
    {
        SimulationFile.Remove(inputs.OutputFolder);
        var prepared = await ModelStages.RunAsync(inputs, progress, cancellation);
        if (!prepared.Ok)
            return StageResult.Stopped<SimulationResult>(prepared.Outcome, prepared.Diagnostics);
        var translated = await TranslateStage.RunAsync(inputs, prepared.Value.Compiled, progress, cancellation);
        if (!translated.Ok)
            return StageResult.Stopped<SimulationResult>(translated.Outcome, translated.Diagnostics);
        var simulation = await VerilatorAgreement.BuildAsync(inputs, translated.Value, cancellation);
        if (!simulation.Ok)
            return StageResult.Stopped<SimulationResult>(simulation.Outcome, simulation.Diagnostics);
        var windows = await Task.Run(() => Draw(inputs, prepared.Value.Model, count), cancellation);
        var started = Stopwatch.GetTimestamp();
        var played = await VerilatorAgreement.PlayAsync(
            inputs, simulation.Value, VerilatorAgreement.Of(Run), windows.First(RtlAgreement.FullSpeedWindows), windows,
            progress, cancellation);
        var duration = Stopwatch.GetElapsedTime(started);
        return played.Ok
            ? StageResult.Done(Finish(inputs, prepared.Value, played.Value, duration))
            : StageResult.Stopped<SimulationResult>(played.Outcome, played.Diagnostics);
    }

    private static WindowVectors Draw(BuildInputs inputs, IntegerModel model, int? count) => WindowVectors.Draw(
        model.Graph, HostQuantizer.Quantize(inputs.Data.TestWindows.Inputs, model.Encoder.Input),
        count ?? inputs.Project.Verification.TranslatedWindows, inputs.Project.Verification.Seed);

    private static SimulationResult Finish(
        BuildInputs inputs, PreparedModel prepared, PlayedRtl played, TimeSpan duration)
    {
        var cycles = ReportStage.Cycles(inputs, prepared.Compiled, played.Cycles);
        var summary = new SimulationSummary
        {
            Project = ReportStage.Project(inputs),
            Tool = ReportStage.Tool,
            Windows = played.Windows.Length,
            TestWindows = inputs.Data.TestWindows.Count,
            Agreement = ReportStage.Agreement(played.Rungs),
            Cycles = cycles,
            Tools = ReportStage.Tools(inputs),
        };
        SimulationFile.Write(summary, inputs.OutputFolder);
        var faults = VerificationFault.All(played.Rungs, cycles);
        var outcome = summary.Verified ? BuildOutcome.Verified : BuildOutcome.VerificationFailed;
        return new(outcome, [.. inputs.Warnings, .. faults], summary, inputs.OutputFolder, duration);
    }
}

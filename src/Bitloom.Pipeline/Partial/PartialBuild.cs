using System.Collections.Immutable;
using Bitloom.Diagnostics;
using Bitloom.Ir;

namespace Bitloom.Pipeline;

/// <summary>
/// A build that ends with a stage of the user's choice. It makes what that stage depends on, and nothing else: to
/// synthesize, nothing need be simulated.
/// </summary>
internal static class PartialBuild
{
    /// <summary>Name of the file with the integer graph.</summary>
    public const string GraphFile = "integer.graph";

    /// <summary>Name of the file with the program.</summary>
    public const string ProgramFile = "program.txt";

    /// <summary>The external programs that a stage needs.</summary>
    public static ToolUse ToolsOf(BuildStage last) => last switch
    {
        BuildStage.Train or BuildStage.Quantize or BuildStage.Compile => ToolUse.None,
        BuildStage.Synthesize => ToolUse.Synthesize,
    };

    public static Task<StageResult<PartialResult>> RunAsync(
        BuildInputs inputs, BuildStage last, IStageProgress progress, CancellationToken cancellation) => last switch
        {
            BuildStage.Train => TrainAsync(inputs, progress, cancellation),
            BuildStage.Quantize => QuantizeAsync(inputs, progress, cancellation),
            BuildStage.Compile => CompileAsync(inputs, progress, cancellation),
            BuildStage.Synthesize => SynthesizeAsync(inputs, progress, cancellation),
        };

    private static async Task<StageResult<PartialResult>> TrainAsync(
        BuildInputs inputs, IStageProgress progress, CancellationToken cancellation)
    {
        var trained = await StaleReport.GuardAsync(inputs, () => TrainStage.FloatAsync(inputs, progress, cancellation));
        return trained.Ok
            ? Done(inputs, PartialFacts.OfTraining(inputs, trained.Value.Models),
                [.. trained.Value.Models.Select(model => model.Run.File(TrainFloatStage.Weights))])
            : StageResult.Stopped<PartialResult>(trained.Outcome, trained.Diagnostics);
    }

    private static async Task<StageResult<PartialResult>> QuantizeAsync(
        BuildInputs inputs, IStageProgress progress, CancellationToken cancellation)
    {
        var trained = await StaleReport.GuardAsync(inputs, () => TrainStage.RunAsync(inputs, progress, cancellation));
        if (!trained.Ok)
            return StageResult.Stopped<PartialResult>(trained.Outcome, trained.Diagnostics);
        var model = QuantizeStage.Run(inputs, trained.Value);
        if (!model.Ok)
            return StageResult.Stopped<PartialResult>(model.Outcome, model.Diagnostics);
        AtomicFile.Write(Path.Combine(inputs.OutputFolder, GraphFile), GraphPrinter.Print(model.Value.Graph));
        return Done(
            inputs, PartialFacts.OfQuantization(inputs, trained.Value, model.Value),
            [TrainQuantizedStage.Encoder, GraphFile]);
    }

    private static async Task<StageResult<PartialResult>> CompileAsync(
        BuildInputs inputs, IStageProgress progress, CancellationToken cancellation)
    {
        var prepared = await ModelStages.RunAsync(inputs, progress, cancellation);
        if (!prepared.Ok)
            return StageResult.Stopped<PartialResult>(prepared.Outcome, prepared.Diagnostics);
        progress.Note("compile", "made every time, as it takes no time");
        return Done(inputs, PartialFacts.OfProgram(inputs, prepared.Value.Compiled),
            [ProgramFile, CompileStage.HardwareFolder + "/"],
            Misfits.OfPlan(inputs, prepared.Value.Compiled, cancellation));
    }

    private static async Task<StageResult<PartialResult>> SynthesizeAsync(
        BuildInputs inputs, IStageProgress progress, CancellationToken cancellation)
    {
        var prepared = await ModelStages.RunAsync(inputs, progress, cancellation);
        if (!prepared.Ok)
            return StageResult.Stopped<PartialResult>(prepared.Outcome, prepared.Diagnostics);
        var compiled = prepared.Value.Compiled;
        var translated = await TranslateStage.RunAsync(inputs, compiled, progress, cancellation);
        if (!translated.Ok)
            return StageResult.Stopped<PartialResult>(translated.Outcome, translated.Diagnostics);
        var synthesized = await SynthesizeStage.RunAsync(inputs, translated.Value, progress, cancellation);
        return synthesized.Ok
            ? Done(inputs, PartialFacts.OfSynthesis(inputs, synthesized.Value), [SynthesizeStage.NetlistFile],
                Misfits.OfSynthesis(inputs, synthesized.Value, cancellation))
            : StageResult.Stopped<PartialResult>(synthesized.Outcome, synthesized.Diagnostics);
    }

    private static StageResult<PartialResult> Done(
        BuildInputs inputs, ImmutableArray<StageFact> facts, ImmutableArray<string> files,
        params IReadOnlyCollection<Diagnostic> misfits) => StageResult.Done(new PartialResult(
            misfits.Count == 0 ? BuildOutcome.Verified : BuildOutcome.DoesNotFit, [.. inputs.Warnings, .. misfits], facts,
            files, inputs.OutputFolder));
}

using Bitloom.Diagnostics;
using Bitloom.Engine;
using Bitloom.Ir;

namespace Bitloom.Pipeline;

/// <summary>A model from its training to its program, with the files that describe it.</summary>
internal sealed record PreparedModel(TrainedModel Trained, IntegerModel Model, CompiledModel Compiled);

/// <summary>What every command on the accelerator begins with: training, integers, program.</summary>
internal static class ModelStages
{
    public static Task<StageResult<PreparedModel>> RunAsync(
        BuildInputs inputs, IStageProgress progress, CancellationToken cancellation) =>
        StaleReport.GuardAsync(inputs, () => MakeAsync(inputs, progress, cancellation));

    private static async Task<StageResult<PreparedModel>> MakeAsync(
        BuildInputs inputs, IStageProgress progress, CancellationToken cancellation)
    {
        var trained = await TrainStage.RunAsync(inputs, progress, cancellation);
        if (!trained.Ok)
            return StageResult.Stopped<PreparedModel>(trained.Outcome, trained.Diagnostics);
        var model = QuantizeStage.Run(inputs, trained.Value);
        if (!model.Ok)
            return StageResult.Stopped<PreparedModel>(model.Outcome, model.Diagnostics);
        var compiled = CompileStage.Run(inputs, model.Value);
        if (!compiled.Ok)
            return StageResult.Stopped<PreparedModel>(compiled.Outcome, compiled.Diagnostics);
        AtomicFile.Write(
            Path.Combine(inputs.OutputFolder, PartialBuild.GraphFile), GraphPrinter.Print(model.Value.Graph));
        AtomicFile.Write(
            Path.Combine(inputs.OutputFolder, PartialBuild.ProgramFile), ProgramPrinter.Print(compiled.Value.Program));
        return StageResult.Done(new PreparedModel(trained.Value, model.Value, compiled.Value));
    }
}

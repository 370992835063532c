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
        var model = Quantize(inputs, trained.Value);
        if (!model.Ok)
            return StageResult.Stopped<PreparedModel>(model.Outcome, model.Diagnostics);
        var compiled = Compile(inputs, model.Value);
        return compiled.Ok
            ? StageResult.Done(new PreparedModel(trained.Value, model.Value, compiled.Value))
            : StageResult.Stopped<PreparedModel>(compiled.Outcome, compiled.Diagnostics);
    }

    /// <summary>The trained encoder in integers; integer.graph describes it.</summary>
    public static StageResult<IntegerModel> Quantize(BuildInputs inputs, TrainedModel trained)
    {
        var model = QuantizeStage.Run(inputs, trained);
        if (model.Ok)
            AtomicFile.Write(Path.Combine(inputs.OutputFolder, PartialBuild.GraphFile), GraphPrinter.Print(model.Value.Graph));
        return model;
    }

    /// <summary>The program and the hardware folder; program.txt lists the instructions.</summary>
    public static StageResult<CompiledModel> Compile(BuildInputs inputs, IntegerModel model)
    {
        var compiled = CompileStage.Run(inputs, model);
        if (compiled.Ok)
        {
            AtomicFile.Write(
                Path.Combine(inputs.OutputFolder, PartialBuild.ProgramFile), ProgramPrinter.Print(compiled.Value.Program));
        }

        return compiled;
    }
}

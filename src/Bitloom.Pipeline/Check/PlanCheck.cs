using System.Collections.Immutable;
using Bitloom.Data;
using Bitloom.Diagnostics;
using Bitloom.Engine;
using Bitloom.Ir;
using Bitloom.Projects;
using Bitloom.Quantization;
using Bitloom.Training;

namespace Bitloom.Pipeline;

/// <summary>
/// Whether the model fits the device, found out with the untrained one: sizes of memories and arrays hardly depend on
/// what will be learned. What it finds are warnings, as the trained model may need a little less.
/// </summary>
internal static class PlanCheck
{
    private const int Windows = 64;

    public static ImmutableArray<Diagnostic> Of(Project project, ITaskData data, CancellationToken cancellation)
    {
        // Where the ranges lie does not change the plan; the quickest way to find some will do.
        var recipe = TrainingSetup.RecipeOf(project.Quantization) with
        {
            Ranges = RangeMethod.MovingAverage,
            CorrectsBias = false,
        };
        var model = new EncoderModel(project.ShapeFor(data), (ulong)project.Training.Seed);
        var quantized = Trainer.QuantizeAfterTraining(
            model, TrainingSetup.PlanOf(project.Quantization), First(data.TrainingWindows), recipe);
        cancellation.ThrowIfCancellationRequested();
        var integers = EncoderQuantizer.Quantize(quantized.Snapshot(), QuantizeStage.OptionsOf(project));
        if (!integers.Ok)
            return [];
        cancellation.ThrowIfCancellationRequested();
        var graph = PassPipeline.Run(GraphLowering.Lower(integers.Value, project.Name));
        var program = EngineCompiler.Compile(graph, CompileStage.Options(project.Engine));
        return program.Ok ? Misfits(program.Value, project) : [.. program.Diagnostics];
    }

    // The hardware folder is where a compiled model has its memories from.
    private static ImmutableArray<Diagnostic> Misfits(EngineProgram program, Project project)
    {
        var folder = Directory.CreateTempSubdirectory("bitloom-check-");
        try
        {
            var compiled = CompileStage.Write(folder.FullName, program, project.Engine);
            return [.. DeviceFit.Planned(compiled, project.Engine).Select(AsWarning)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Diagnostic AsWarning(Diagnostic misfit) => misfit with
    {
        Severity = Severity.Warning,
        Found = misfit.Found.Replace("takes", "will take, as planned with untrained weights,", StringComparison.Ordinal),
    };

    private static TrainingSet First(WindowedDataset windows)
    {
        var set = TrainingSetup.SetOf(windows);
        var count = Math.Min(Windows, set.Count);
        return new(set.Inputs[..(count * set.InputSize)], set.Targets[..(count * set.TargetSize)], count);
    }
}

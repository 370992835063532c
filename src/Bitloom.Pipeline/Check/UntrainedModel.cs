using Bitloom.Data;
using Bitloom.Diagnostics;
using Bitloom.Engine;
using Bitloom.Ir;
using Bitloom.Projects;
using Bitloom.Quantization;
using Bitloom.Training;

namespace Bitloom.Pipeline;

/// <summary>
/// A project's model as it is before training, compiled: sizes of memories and arrays hardly depend on what will be learned.
/// </summary>
internal static class UntrainedModel
{
    private const int Windows = 64;

    /// <summary>
    /// The program; null, without a reason, where the untrained model cannot be quantized, which says nothing of the
    /// trained one.
    /// </summary>
    public static Checked<EngineProgram>? Compile(Project project, ITaskData data, CancellationToken cancellation) =>
        Quantize(project, data, cancellation) is { } graph
            ? EngineCompiler.Compile(graph, CompileStage.Options(project.Engine))
            : null;

    /// <summary>The integer graph; null where the untrained model cannot be quantized.</summary>
    public static IntegerGraph? Quantize(Project project, ITaskData data, CancellationToken cancellation)
    {
        var recipe = QuickRecipe(project.Quantization);
        var model = new EncoderModel(project.ShapeFor(data), (ulong)project.Training.Seed);
        var quantized = Trainer.QuantizeAfterTraining(
            model, TrainingSetup.PlanOf(project.Quantization), First(data.TrainingWindows), recipe);
        cancellation.ThrowIfCancellationRequested();
        var integers = EncoderQuantizer.Quantize(quantized.Snapshot(), QuantizeStage.OptionsOf(project));
        if (!integers.Ok)
            return null;
        cancellation.ThrowIfCancellationRequested();
        return PassPipeline.Run(GraphLowering.Lower(integers.Value, project.Name));
    }

    /// <summary>Where the ranges lie does not change the plan; the quickest way to find some will do.</summary>
    public static QuantizationRecipe QuickRecipe(QuantizationSection section) => TrainingSetup.RecipeOf(section) with
    {
        Ranges = RangeMethod.MovingAverage,
        CorrectsBias = false,
    };

    /// <summary>As many windows as a plan needs.</summary>
    public static TrainingSet First(WindowedDataset windows)
    {
        var set = TrainingSetup.SetOf(windows);
        var count = Math.Min(Windows, set.Count);
        return new(set.Inputs[..(count * set.InputSize)], set.Targets[..(count * set.TargetSize)], count);
    }
}

using System.Collections.Immutable;
using Bitloom.Pipeline;
using Bitloom.Projects;
using Bitloom.Training;

namespace Bitloom.Exploration;

/// <summary>How much the width of each tensor of a model matters.</summary>
internal sealed record Sensitivities(ImmutableArray<TensorSensitivity> Tensors)
{
    // Less than this share of the loss is noise of the calibration windows.
    private const double Resolution = 1e-3;

    /// <summary>
    /// The problem of a project: of each tensor the widths that it allows. Increases are whole numbers of thousandths of
    /// the float model's loss; of the widths of a weight matrix that lose the same, there is only the narrowest.
    /// </summary>
    public PrecisionProblem ProblemOf(Project project, double loss)
    {
        var matrices = TensorNames.WeightMatrices(project.Model.Layers).ToArray();
        var byName = Tensors.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
        var step = Resolution * loss;
        return new(
            [.. matrices.Select(name => Narrowest(Losses(byName[name], project.Explore.WeightBits, step)))],
            [.. Tensors.Where(tensor => !matrices.Contains(tensor.Name, StringComparer.Ordinal))
                .Select(tensor => Losses(tensor, project.Explore.ActivationBits, step))]);
    }

    private static TensorLosses Losses(TensorSensitivity tensor, ImmutableArray<int> bits, double step) => new(
        tensor.Name,
        bits.ToImmutableSortedDictionary(width => width, width => step * Math.Floor(tensor.Increase[width] / step + 0.5)));

    private static TensorLosses Narrowest(TensorLosses losses) => losses with
    {
        Increase = losses.Increase.GroupBy(pair => pair.Value).Select(equal => equal.MinBy(pair => pair.Key))
            .ToImmutableSortedDictionary(),
    };
}

/// <summary>Measures sensitivities of the float model (<see cref="TensorSensitivity"/>); kept like any other stage.</summary>
internal static class SensitivityStage
{
    private const string Name = "sensitivities";

    public static Task<StageResult<Sensitivities>> RunAsync(
        BuildInputs inputs, FloatModel floats, IStageProgress progress, CancellationToken cancellation) =>
        inputs.Stages.RunAsync(
            StageOf(inputs, floats), progress,
            () => Task.Run(() => Measure(inputs, floats, progress, cancellation), cancellation));

    private static StageResult<Sensitivities> Measure(
        BuildInputs inputs, FloatModel floats, IStageProgress progress, CancellationToken cancellation)
    {
        var (explore, quantization) = (inputs.Project.Explore, inputs.Project.Quantization);
        var options = new SensitivityOptions(
            [.. explore.WeightBits.Union(explore.ActivationBits).Order()],
            TrainingSection.LossOf(inputs.Data.Task), TrainingSetup.RecipeOf(quantization), quantization.ExponentialBits);
        progress.Begin(Name, 0, "tensors");
        var training = TrainingSetup.SetOf(inputs.Data.TrainingWindows);
        var tensors = explore.Sensitivity switch
        {
            SensitivityMeasure.Loss => TensorSensitivity.ByLoss(floats.Model, training, options, cancellation),
            SensitivityMeasure.Hessian => TensorSensitivity.ByHessian(floats.Model, training, options, cancellation),
        };
        progress.End(FormattableString.Invariant($"{tensors.Length} tensors at {options.Bits.Length} widths"));
        return StageResult.Done(new Sensitivities(tensors));
    }

    private static Stage StageOf(BuildInputs inputs, FloatModel floats)
    {
        var explore = inputs.Project.Explore;
        return new(
            Name,
            [
                new("explore.sensitivity", explore.Sensitivity.ToString()),
                new("explore.weights", string.Join(',', explore.WeightBits)),
                new("explore.activations", string.Join(',', explore.ActivationBits)),
                .. Dependencies.Settings("quantization", inputs.Project.Quantization)
                    .Where(item => item.Name is "quantization.exponentialBits" or "quantization.ranges"
                        or "quantization.percentile" or "quantization.weights"),
                Dependencies.TrainingWindows(inputs.Data),
                Dependencies.File(inputs.OutputFolder, floats.Run.File(TrainFloatStage.Weights)),
                Dependencies.Bitloom,
            ],
            []);
    }
}

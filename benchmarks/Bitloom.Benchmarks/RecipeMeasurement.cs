using Bitloom.Quantization;
using Bitloom.Training;

namespace Bitloom.Benchmarks;

/// <summary>Trains and quantizes for the comparison of recipes.</summary>
public static class RecipeMeasurement
{
    private static readonly TrainingOptions Float = new() { Epochs = 60, Batch = 64 };

    /// <summary>The float model of a seed; kept in the folder of temporary files, as it is always the same.</summary>
    public static EncoderModel FloatModel(RecipeProblem problem, int dimension, ulong seed)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "bitloom-recipes")).FullName;
        var path = Path.Combine(folder, FormattableString.Invariant($"{problem.Name}-{dimension}-{seed}.json"));
        if (!File.Exists(path))
        {
            var model = Trainer.TrainFloat(
                problem.Shape(dimension), problem.Training, problem.Validation, Float with { Seed = seed });
            EncoderFile.Write(path, model.ToWeights());
        }

        return EncoderModel.FromWeights(EncoderFile.ReadWeights(path).Value!);
    }

    /// <summary>A recipe's encoder, chosen by the hardware-exact forward on the validation part.</summary>
    public static QuantizedEncoder Quantize(
        string recipe, RecipeProblem problem, EncoderModel model, int bits, ulong seed)
    {
        var (options, plan) = (NamedRecipe.Options(recipe, bits) with { Seed = seed }, PrecisionPlan.Uniform(bits));
        return options.Epochs == 0 || recipe is NamedRecipe.Floor or NamedRecipe.Ends
            ? Trainer.QuantizeAfterTraining(model, plan, problem.Training, options.Recipe).Snapshot()
            : Trainer.TrainQuantized(
                model, plan, problem.Training, problem.Validation, options,
                snapshot => HardwareError(snapshot, problem.Validation)).Snapshot();
    }

    /// <summary>The hardware's root mean squared error over the float model's, less 1.</summary>
    public static double Relative(QuantizedEncoder encoder, EncoderModel model, TrainingSet part) =>
        HardwareError(encoder, part) / FloatError(model, part) - 1;

    /// <summary>
    /// The float model's own predictions rounded on the output's grid, those of inputs on the input's grid or of the
    /// inputs as they are: what the widths of the ends alone cost a model that was not trained for them.
    /// </summary>
    public static double RelativeOfRounding(
        QuantizedEncoder encoder, EncoderModel model, TrainingSet part, bool roundsInput)
    {
        var inputs = roundsInput ? Rounded(part.Inputs, encoder.Tensors[TensorNames.Input]) : part.Inputs;
        var outputs = Rounded(model.PredictFloat(inputs), encoder.Tensors[TensorNames.Output]);
        return Math.Sqrt(Trainer.MeanSquaredError(outputs, part.Targets)) / FloatError(model, part) - 1;
    }

    private static float[] Rounded(float[] values, TensorQuantizer grid) =>
        [.. values.Select(x => (float)(grid.Scale * (Math.Clamp(
            Math.Floor(x / grid.Scale + grid.ZeroPoint + 0.5), grid.Minimum, grid.Maximum) - grid.ZeroPoint)))];

    private static double FloatError(EncoderModel model, TrainingSet part) =>
        Math.Sqrt(Trainer.MeanSquaredError(model.PredictFloat(part.Inputs), part.Targets));

    private static double HardwareError(QuantizedEncoder encoder, TrainingSet part)
    {
        var integers = EncoderQuantizer.Quantize(encoder, new QuantizationOptions());
        return integers.Ok
            ? Math.Sqrt(Trainer.MeanSquaredError(
                new HardwareExactForward(integers.Value).Predict(part.Inputs), part.Targets))
            : double.PositiveInfinity;
    }
}

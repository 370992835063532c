using Bitloom.Training;

namespace Bitloom.Tests.Training;

/// <summary>Predict the next value of a sampled sine from the last six.</summary>
internal static class SineProblem
{
    public const int Window = 6;

    public static TrainingSet Training { get; } = Set(0, 320);

    public static TrainingSet Validation { get; } = Set(1000, 100);

    public static TrainingOptions Options { get; } = new() { Epochs = 16, Batch = 32, LearningRate = 4e-3, Seed = 3 };

    public static TrainingOptions Quantized { get; } = Options with { Epochs = 6 };

    /// <summary>The mean squared error of predicting the last value again.</summary>
    public static double NaiveError => Trainer.MeanSquaredError(
        [.. Enumerable.Range(0, Validation.Count).Select(i => Validation.Inputs[i * Window + Window - 1])],
        Validation.Targets);

    public static EncoderShape Shape(
        int heads = 1, int layers = 1, Normalization normalization = Normalization.Batch, int dimension = 8) =>
        new(Window, 1, dimension, heads, layers, 2, 1, normalization);

    public static EncoderModel Train(EncoderShape shape, TrainingOptions? options = null) =>
        Trainer.TrainFloat(shape, Training, Validation, options ?? Options);

    public static double Error(float[] predictions) => Trainer.MeanSquaredError(predictions, Validation.Targets);

    private static TrainingSet Set(int first, int count)
    {
        var series = Enumerable.Range(first, count + Window).Select(t => 1.4f * MathF.Sin(0.7f * t)).ToArray();
        return new TrainingSet(
            [.. Enumerable.Range(0, count).SelectMany(i => series[i..(i + Window)])], series[Window..], count);
    }
}

using Bitloom.Quantization;
using Bitloom.Training;

namespace Bitloom.Benchmarks;

/// <summary>An encoder trained for a few epochs on noisy sines: real weights, for measuring speed.</summary>
public static class SineEncoder
{
    /// <summary>The published (24, 16, 8) with one input, one head and one block.</summary>
    public static EncoderShape Published { get; } = new(24, 1, 16, 1, 1, 4, 1, Normalization.Batch);

    /// <summary>Trains and quantizes, the same bits everywhere.</summary>
    /// <exception cref="InvalidOperationException">It has no integer form.</exception>
    public static IntegerEncoder Train(EncoderShape shape, int bits = 8)
    {
        var training = Series(2000, shape.Window, seed: 1, shape.Features);
        var validation = Series(200, shape.Window, seed: 3, shape.Features);
        var model = Trainer.TrainFloat(shape, training, validation, new TrainingOptions { Epochs = 4 });
        var quantized = Trainer.TrainQuantized(
            model, PrecisionPlan.Uniform(bits), training, validation, TrainingOptions.ForQuantized with { Epochs = 2 });
        var integers = EncoderQuantizer.Quantize(quantized.Snapshot(), new QuantizationOptions());
        return integers.Ok
            ? integers.Value
            : throw new InvalidOperationException(string.Join('\n', integers.Diagnostics));
    }

    /// <summary>Windows of sines, features sines of other phases, each window with the first one's next value.</summary>
    public static TrainingSet Series(int count, int length, int seed, int features = 1)
    {
        var random = new Random(seed);
        var inputs = new float[count * length * features];
        var targets = new float[count];
        for (var window = 0; window < count; window++)
        {
            var (phase, step) = (6.283 * random.NextDouble(), 0.1 + 0.5 * random.NextDouble());
            for (var index = 0; index < length * features; index++)
            {
                var (token, feature) = Math.DivRem(index, features);
                var clean = Math.Sin(phase + 0.7 * feature + step * token);
                inputs[window * length * features + index] = (float)(clean + 0.2 * random.NextDouble());
            }

            targets[window] = (float)Math.Sin(phase + step * length);
        }

        return new TrainingSet(inputs, targets, count);
    }
}

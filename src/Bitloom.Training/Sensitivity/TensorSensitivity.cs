using System.Collections.Immutable;

namespace Bitloom.Training;

/// <summary>
/// By how much the loss of a float model grows on calibration windows when one tensor or weight matrix alone is narrowed.
/// </summary>
/// <param name="Name">Of the tensor (docs/arithmetic.md).</param>
/// <param name="Increase">By bits; never less for fewer bits.</param>
public sealed record TensorSensitivity(string Name, ImmutableSortedDictionary<int, double> Increase)
{
    /// <summary>Measured, all other tensors being as wide as can be.</summary>
    public static ImmutableArray<TensorSensitivity> ByLoss(
        EncoderModel model, TrainingSet training, SensitivityOptions options, CancellationToken cancellation = default)
    {
        var (set, encoders) = Calibrated(model, training, options);
        var widest = encoders[options.Bits.Max()];
        var least = LossOf(widest);
        return
        [
            .. widest.Names.AsParallel().AsOrdered().WithCancellation(cancellation).Select(name => Of(
                name, encoders.Keys, bits => LossOf(widest.With(name, encoders[bits])) - least)),
        ];

        double LossOf(FakeQuantizedEncoder encoder) => options.Loss.Mean(
            encoder.PredictFakeQuantized(set.Inputs), set.Targets, model.Shape.Outputs);
    }

    /// <summary>
    /// Half the mean of the Hessian's diagonal times the squared error of quantization (HAWQ-V2, arXiv 1911.03852,
    /// section 3.2), the trace by Hutchinson's estimate.
    /// </summary>
    public static ImmutableArray<TensorSensitivity> ByHessian(
        EncoderModel model, TrainingSet training, SensitivityOptions options, CancellationToken cancellation = default)
    {
        var (set, encoders) = Calibrated(model, training, options);
        var names = encoders[options.Bits.Max()].Names;
        return
        [
            .. names.AsParallel().AsOrdered().WithCancellation(cancellation).Select(name =>
            {
                var trace = new HessianTrace(model.Fold(), set, options);
                var mean = Math.Max(0, trace.MeanOf(name));
                return Of(name, encoders.Keys, bits => 0.5 * mean * trace.SquaredErrorOf(name, encoders[bits]));
            }),
        ];
    }

    private static (TrainingSet Set, ImmutableSortedDictionary<int, FakeQuantizedEncoder> Encoders) Calibrated(
        EncoderModel model, TrainingSet training, SensitivityOptions options)
    {
        var set = Calibration.Spread(training, options.Windows);
        var encoders = options.Bits.AsParallel().Select(bits => (bits, FakeQuantizedEncoder.Calibrate(
            model, PrecisionPlan.Uniform(bits) with { ExponentialBits = options.ExponentialBits }, set, options.Recipe)));
        return (set, encoders.ToImmutableSortedDictionary(each => each.bits, each => each.Item2));
    }

    // What few windows make of noise below the increase of a wider tensor is none of the width's.
    private static TensorSensitivity Of(string name, IEnumerable<int> widths, Func<int, double> increaseOf)
    {
        var increase = ImmutableSortedDictionary.CreateBuilder<int, double>();
        var least = 0.0;
        foreach (var bits in widths.OrderDescending())
            increase[bits] = least = Math.Max(least, increaseOf(bits));
        return new(name, increase.ToImmutable());
    }
}

using System.Collections.Immutable;
using Bitloom.Training;

namespace Bitloom.Quantization.Constants;

/// <summary>Real constants as stored integers.</summary>
internal static class WeightCodes
{
    /// <summary>Weights, inputs x outputs: clamp(floor(w / scale[c] + 1/2), +-limit).</summary>
    public static ImmutableArray<int> Of(DenseWeights dense, WeightQuantizer quantizer)
    {
        var codes = new int[dense.Weight.Length];
        for (var i = 0; i < codes.Length; i++)
            codes[i] = Code(dense.Weight[i] / quantizer.Scales[i % dense.Outputs], -quantizer.Limit, quantizer.Limit);
        return [.. codes];
    }

    /// <summary>A tensor with one scale: clamp(floor(x / scale + zero point + 1/2)).</summary>
    public static ImmutableArray<int> Of(ImmutableArray<float> values, TensorQuantizer quantizer) =>
        [.. values.Select(value => Of(value, quantizer))];

    /// <summary>One element of a tensor with one scale.</summary>
    public static int Of(double value, TensorQuantizer quantizer) =>
        Code(value / quantizer.Scale + quantizer.ZeroPoint, quantizer.Minimum, quantizer.Maximum);

    private static int Code(double value, int minimum, int maximum) =>
        (int)Math.Clamp(Rounding.HalfUp(value), minimum, maximum);
}

using Bitloom.Ir;

namespace Bitloom.Quantization;

/// <summary>What the host does: reals to the integers that it streams in, streamed integers to reals.</summary>
public static class HostQuantizer
{
    /// <summary>q = clamp(floor(x / S + Z + 1/2)).</summary>
    public static int Quantize(double value, Tensor tensor) =>
        (int)Math.Clamp(
            Rounding.HalfUp(value / tensor.Affine.Scale + tensor.Affine.ZeroPoint),
            tensor.Format.Minimum,
            tensor.Format.Maximum);

    /// <summary>Any number of windows, in the order in which they are streamed.</summary>
    public static int[] Quantize(ReadOnlySpan<float> values, Tensor tensor)
    {
        var integers = new int[values.Length];
        for (var i = 0; i < values.Length; i++)
            integers[i] = Quantize(values[i], tensor);
        return integers;
    }

    /// <summary>real = S (q - Z).</summary>
    public static double Dequantize(int value, Tensor tensor) =>
        tensor.Affine.Scale * ((double)value - tensor.Affine.ZeroPoint);

    /// <summary>Any number of predictions.</summary>
    public static float[] Dequantize(ReadOnlySpan<int> values, Tensor tensor)
    {
        var reals = new float[values.Length];
        for (var i = 0; i < values.Length; i++)
            reals[i] = (float)Dequantize(values[i], tensor);
        return reals;
    }
}

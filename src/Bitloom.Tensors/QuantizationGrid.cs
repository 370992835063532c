namespace Bitloom.Tensors;

/// <summary>
/// The integers that a fake-quantized tensor may hold and what they mean: real = scale (q - Z). The scale is learned as
/// its logarithm, which keeps it positive and makes a step relative; the zero point as a float that is rounded to the
/// nearest integer of the range, so that real 0 is always on the grid.
/// </summary>
public sealed class QuantizationGrid
{
    /// <summary>A frozen grid; see <see cref="SetTrainable"/>.</summary>
    public QuantizationGrid(int minimum, int maximum, float scale, int zeroPoint)
    {
        (Minimum, Maximum) = (minimum, maximum);
        LogScale = FloatTensor.Parameter(TensorShape.Row(1), [MathF.Log(scale)]);
        ZeroPoint = FloatTensor.Parameter(TensorShape.Row(1), [zeroPoint]);
        SetTrainable(scale: false, zeroPoint: false);
    }

    /// <summary>Least integer.</summary>
    public int Minimum { get; }

    /// <summary>Greatest integer.</summary>
    public int Maximum { get; }

    /// <summary>Natural logarithm of the scale, one element.</summary>
    public FloatTensor LogScale { get; }

    /// <summary>The zero point before rounding, one element.</summary>
    public FloatTensor ZeroPoint { get; }

    /// <summary>The scale that the forward pass uses.</summary>
    public float Scale => MathF.Exp(LogScale.Values[0]);

    /// <summary>The zero point that the forward pass uses.</summary>
    public int IntegerZeroPoint => (int)MathF.Floor(Math.Clamp(ZeroPoint.Values[0], Minimum, Maximum) + 0.5f);

    /// <summary>Chooses what the backward pass computes gradients for.</summary>
    public void SetTrainable(bool scale, bool zeroPoint) =>
        (LogScale.NeedsGradient, ZeroPoint.NeedsGradient) = (scale, zeroPoint);
}

namespace Bitloom.Tensors;

/// <summary>
/// The integers that a fake-quantized tensor may hold and what they mean: real = scale (q - Z). The scale is learned as
/// the logarithm of its change, which keeps it positive and makes a step relative; the zero point as a float that is
/// rounded to the nearest integer of the range, so that real 0 is always on the grid.
/// </summary>
public sealed class QuantizationGrid
{
    private readonly double _initialScale;

    /// <summary>A frozen grid; see <see cref="SetTrainable"/>.</summary>
    public QuantizationGrid(int minimum, int maximum, double scale, int zeroPoint)
    {
        (Minimum, Maximum, _initialScale) = (minimum, maximum, scale);
        LogFactor = FloatTensor.Parameter(TensorShape.Row(1), [0]);
        ZeroPoint = FloatTensor.Parameter(TensorShape.Row(1), [zeroPoint]);
        SetTrainable(scale: false, zeroPoint: false);
    }

    /// <summary>Least integer.</summary>
    public int Minimum { get; }

    /// <summary>Greatest integer.</summary>
    public int Maximum { get; }

    /// <summary>Natural logarithm of scale / initial scale, one element.</summary>
    public FloatTensor LogFactor { get; }

    /// <summary>The zero point before rounding, one element.</summary>
    public FloatTensor ZeroPoint { get; }

    /// <summary>The scale now; the forward pass uses it in single precision.</summary>
    public double Scale => _initialScale * Math.Exp(LogFactor.Values[0]);

    /// <summary>The zero point that the forward pass uses.</summary>
    public int IntegerZeroPoint => (int)MathF.Floor(Math.Clamp(ZeroPoint.Values[0], Minimum, Maximum) + 0.5f);

    /// <summary>Chooses what the backward pass computes gradients for.</summary>
    public void SetTrainable(bool scale, bool zeroPoint) =>
        (LogFactor.NeedsGradient, ZeroPoint.NeedsGradient) = (scale, zeroPoint);
}

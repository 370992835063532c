namespace Bitloom.Tensors;

/// <summary>
/// y = scale (q - Z), q = clamp(floor(x / scale + Z + 1/2), minimum, maximum). Backward: dx = dy where q was not
/// clamped, else 0 (straight-through estimator); the scale and the zero point learn as in LSQ and LSQ+ (Esser et al.
/// 2020, Bhalgat et al. 2020).
/// </summary>
public static class FakeQuantizeOperation
{
    /// <summary>Rounds to the grid as it is at this moment.</summary>
    public static FloatTensor FakeQuantize(this Tape tape, FloatTensor x, QuantizationGrid grid)
    {
        var y = tape.Make(x.Shape, x, grid.LogFactor, grid.ZeroPoint);
        FakeQuantizeKernel.Forward(x.Values, grid, y.Values);
        tape.Record(y, () => Backward(tape, x, grid, y));
        return y;
    }

    private static void Backward(Tape tape, FloatTensor x, QuantizationGrid grid, FloatTensor y)
    {
        var add = false;
        var dx = x.NeedsGradient ? Accumulate.InPlace(tape, x, y, out add) : y.Gradient;
        var sums = FakeQuantizeKernel.Backward(x.Values, y.Gradient, grid, dx, add);
        var (scale, zero) = ((float)grid.Scale, grid.IntegerZeroPoint);
        if (grid.LogFactor.NeedsGradient)
            tape.GradientOf(grid.LogFactor)[0] += scale * sums.OfScale(grid.Minimum - zero, grid.Maximum - zero);
        if (grid.ZeroPoint.NeedsGradient)
            tape.GradientOf(grid.ZeroPoint)[0] -= scale * (sums.Below + sums.Above);
    }
}

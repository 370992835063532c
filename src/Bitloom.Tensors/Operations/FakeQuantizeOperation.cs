namespace Bitloom.Tensors;

/// <summary>
/// y = scale (q - Z), q = clamp(floor(x / scale + Z + 1/2), minimum, maximum). Backward: dx = dy where q was not
/// clamped, else 0 (straight-through estimator); the scale and the zero point learn as <see cref="RangeLearning"/> says.
/// </summary>
public static class FakeQuantizeOperation
{
    /// <summary>Rounds to the grid as it is at this moment.</summary>
    public static FloatTensor FakeQuantize(this Tape tape, FloatTensor x, QuantizationGrid grid)
    {
        var y = tape.Make(x.Shape, x, grid.Range, grid.Offset);
        FakeQuantizeKernel.Forward(x.Values, grid, y.Values);
        tape.Record(y, () => Backward(tape, x, grid, y));
        return y;
    }

    private static void Backward(Tape tape, FloatTensor x, QuantizationGrid grid, FloatTensor y)
    {
        var add = false;
        var dx = x.NeedsGradient ? Accumulate.InPlace(tape, x, y, out add) : y.Gradient;
        var sums = FakeQuantizeKernel.Backward(x.Values, y.Gradient, grid, dx, add);
        grid.AddGradient(tape, sums, x.Shape.Rows * x.Shape.Columns);
    }
}

namespace Bitloom.Tensors;

/// <summary>
/// LayerNorm (Ba et al. 2016) and RMSNorm (Zhang and Sennrich 2019) without their affine part, row by row:
/// y = (x - mean) / sqrt(mean of (x - mean)^2 + epsilon), the mean taken as 0 for RMSNorm.
/// </summary>
public static class TokenNormOperation
{
    /// <summary>Added to the variance, where the hardware's rounding of it does not count.</summary>
    public const double Epsilon = 1e-5;

    private const int LargestEpsilon = 1 << 30;

    /// <summary>
    /// E of docs/arithmetic.md: <see cref="Epsilon"/> in squares of a step, times the squared count, rounded; at least 1.
    /// </summary>
    public static int IntegerEpsilon(int count, double step) =>
        (int)Math.Clamp(Math.Floor((double)count * count * Epsilon / (step * step) + 0.5), 1, LargestEpsilon);

    /// <summary>The epsilon that E stands for.</summary>
    public static double RealEpsilon(int count, double step) =>
        IntegerEpsilon(count, step) * (step * step / ((double)count * count));

    /// <summary>Normalizes each row; statistics are in double precision.</summary>
    public static FloatTensor TokenNorm(this Tape tape, FloatTensor x, bool centered, double epsilon)
    {
        var y = tape.Make(x.Shape, x);
        var inverses = tape.Rent(x.Shape.TotalRows);
        for (var row = 0; row < x.Shape.TotalRows; row++)
            inverses[row] = Row(Of(x.Values, x, row), Of(y.Values, x, row), centered, epsilon);
        tape.Record(y, () => Backward(tape, x, y, inverses, centered));
        return y;
    }

    private static float Row(ReadOnlySpan<float> x, Span<float> y, bool centered, double epsilon)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var value in x)
            sum += centered ? value : 0;
        var mean = sum / x.Length;
        foreach (var value in x)
            squares += (value - mean) * (value - mean);
        var inverse = 1 / Math.Sqrt(squares / x.Length + epsilon);
        for (var j = 0; j < y.Length; j++)
            y[j] = (float)((x[j] - mean) * inverse);
        return (float)inverse;
    }

    /// <summary>dx = (dy - mean(dy) - y mean(dy y)) / deviation; without mean(dy) where the mean is not taken.</summary>
    private static void Backward(Tape tape, FloatTensor x, FloatTensor y, float[] inverses, bool centered)
    {
        var gradient = tape.GradientOf(x);
        for (var row = 0; row < x.Shape.TotalRows; row++)
        {
            ReadOnlySpan<float> values = Of(y.Values, x, row), dy = Of(y.Gradient!, x, row);
            var (sum, product) = (0.0, 0.0);
            for (var j = 0; j < dy.Length; j++)
                (sum, product) = (sum + dy[j], product + (double)dy[j] * values[j]);
            var (mean, slope) = (centered ? (float)(sum / dy.Length) : 0, (float)(product / dy.Length));
            var dx = Of(gradient, x, row);
            for (var j = 0; j < dx.Length; j++)
                dx[j] += inverses[row] * (dy[j] - mean - slope * values[j]);
        }
    }

    private static Span<float> Of(float[] values, FloatTensor tensor, int row) =>
        values.AsSpan(row * tensor.Shape.Columns, tensor.Shape.Columns);
}

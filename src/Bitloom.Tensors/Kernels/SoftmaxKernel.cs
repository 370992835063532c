using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Bitloom.Tensors;

/// <summary>
/// The rows of a softmax. They are as short as a window, so that calls for each step of a row would cost more than the
/// steps: a row of at most sixteen elements is one vector where the processor has such. Its surplus is stored as well
/// and overwritten by the next row; the last rows, behind which nothing may be touched, go element by element.
/// </summary>
internal static class SoftmaxKernel
{
    private const int Width = 16;

    /// <summary>
    /// y_j = e_j / sum of e_i, e_j the table's entry at the distance of x_j from the greatest of its row, which
    /// <paramref name="inverse"/> makes steps. The distance is taken back to whole steps: a value of the table never
    /// depends on how the scores were rounded to single precision. Entries are integers: their sum is exact.
    /// </summary>
    public static void Table(
        ReadOnlySpan<float> x, int columns, bool causal, ReadOnlySpan<float> table, float inverse, Span<float> y)
    {
        var i = 0;
        if (Avx512F.IsSupported && columns <= Width && table.Length <= Width)
            for (; i + Width <= x.Length; i += columns)
                TableVector(x.Slice(i, Width), Seen(i, columns, causal), table, inverse, y.Slice(i, Width));
        for (; i < x.Length; i += columns)
        {
            var seen = Seen(i, columns, causal);
            TableRow(x.Slice(i, seen), table, inverse, y.Slice(i, seen));
            y.Slice(i + seen, columns - seen).Clear();
        }
    }

    /// <summary>dx = y (dy - sum of dy y) row by row, or an addition to it.</summary>
    public static void Backward(
        ReadOnlySpan<float> y, ReadOnlySpan<float> dy, int columns, Span<float> dx, bool add)
    {
        var i = 0;
        if (Vector512.IsHardwareAccelerated && columns <= Width && !add)
        {
            var valid = Vector512.LessThan(Vector512<float>.Indices, Vector512.Create((float)columns));
            for (; i + Width <= y.Length; i += columns)
            {
                var probabilities = Vector512.Create(y.Slice(i, Width));
                var gradients = Vector512.Create(dy.Slice(i, Width));
                var dot = Vector512.Sum(Vector512.BitwiseAnd(probabilities * gradients, valid));
                (probabilities * (gradients - Vector512.Create(dot))).CopyTo(dx.Slice(i, Width));
            }
        }

        for (; i < y.Length; i += columns)
            BackwardRow(y.Slice(i, columns), dy.Slice(i, columns), dx.Slice(i, columns), add);
    }

    private static int Seen(int first, int columns, bool causal) =>
        SoftmaxOperation.Seen(first / columns, columns, causal);

    private static void TableVector(
        ReadOnlySpan<float> x, int seen, ReadOnlySpan<float> table, float inverse, Span<float> y)
    {
        var valid = Vector512.LessThan(Vector512<float>.Indices, Vector512.Create((float)seen));
        var row = Vector512.Create(x);
        var maximum = Greatest(Vector512.ConditionalSelect(valid, row, Vector512.Create(float.NegativeInfinity)));
        var steps = Vector512.ConvertToInt32((Vector512.Create(maximum) - row) * inverse + Vector512.Create(0.5f));
        var entry = Vector512.Min(steps, Vector512.Create(table.Length - 1));
        var exponentials = Avx512F.PermuteVar16x32(Entries(table), entry) & valid;
        (exponentials / Vector512.Create(Vector512.Sum(exponentials))).CopyTo(y);
    }

    private static Vector512<float> Entries(ReadOnlySpan<float> table)
    {
        if (table.Length == Width)
            return Vector512.Create(table);
        Span<float> padded = stackalloc float[Width];
        padded.Clear();
        table.CopyTo(padded);
        return Vector512.Create<float>(padded);
    }

    private static float Greatest(Vector512<float> values)
    {
        var eight = Vector256.Max(values.GetLower(), values.GetUpper());
        var four = Vector128.Max(eight.GetLower(), eight.GetUpper());
        var two = Vector128.Max(four, Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1)));
        return MathF.Max(two[0], two[1]);
    }

    private static void TableRow(ReadOnlySpan<float> x, ReadOnlySpan<float> table, float inverse, Span<float> y)
    {
        var maximum = x[0];
        for (var j = 1; j < x.Length; j++)
            maximum = MathF.Max(maximum, x[j]);
        var sum = 0f;
        for (var j = 0; j < y.Length; j++)
        {
            y[j] = table[Math.Min((int)((maximum - x[j]) * inverse + 0.5f), table.Length - 1)];
            sum += y[j];
        }

        for (var j = 0; j < y.Length; j++)
            y[j] /= sum;
    }

    private static void BackwardRow(ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Span<float> dx, bool add)
    {
        var dot = 0f;
        for (var j = 0; j < y.Length; j++)
            dot += y[j] * dy[j];
        for (var j = 0; j < dx.Length; j++)
            dx[j] = (add ? dx[j] : 0) + y[j] * (dy[j] - dot);
    }
}

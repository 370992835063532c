using System.Runtime.CompilerServices;
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
        {
            var entries = Entries(table);
            for (; i + Width <= x.Length; i += columns)
            {
                var row = Vector512.Create(x.Slice(i, Width));
                TableVector(row, Seen(i, columns, causal), entries, table.Length - 1, inverse)
                    .CopyTo(y.Slice(i, Width));
            }
        }

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
        if (Avx512F.IsSupported && columns <= Width && !add)
        {
            var valid = Vector512.LessThan(Vector512<float>.Indices, Vector512.Create((float)columns));
            for (; i + Width <= y.Length; i += columns)
            {
                var probabilities = Vector512.Create(y.Slice(i, Width));
                var gradients = Vector512.Create(dy.Slice(i, Width));
                var dot = Sum(probabilities * gradients & valid);
                (probabilities * (gradients - dot)).CopyTo(dx.Slice(i, Width));
            }
        }

        for (; i < y.Length; i += columns)
            BackwardRow(y.Slice(i, columns), dy.Slice(i, columns), dx.Slice(i, columns), add);
    }

    private static int Seen(int first, int columns, bool causal) =>
        SoftmaxOperation.Seen(first / columns, columns, causal);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> TableVector(
        Vector512<float> row, int seen, Vector512<float> entries, int last, float inverse)
    {
        var valid = Vector512.LessThan(Vector512<float>.Indices, Vector512.Create((float)seen));
        var maximum = Greatest(Vector512.ConditionalSelect(valid, row, Vector512.Create(float.NegativeInfinity)));
        var steps = (maximum - row) * inverse + Vector512.Create(0.5f);
        // What is beyond the table, in columns that count for nothing too, takes its last entry.
        var entry = Vector512.ConvertToInt32Native(Vector512.MinNative(steps, Vector512.Create((float)last)));
        var exponentials = Avx512F.PermuteVar16x32(entries, entry) & valid;
        return exponentials / Sum(exponentials);
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

    /// <summary>The greatest element in each of them: halves are exchanged and compared, four times.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Greatest(Vector512<float> v)
    {
        v = Vector512.MaxNative(v, Avx512F.Shuffle4x128(v, v, 0b01_00_11_10));
        v = Vector512.MaxNative(v, Avx512F.Shuffle4x128(v, v, 0b10_11_00_01));
        v = Vector512.MaxNative(v, Avx512F.Permute4x32(v, 0b01_00_11_10));
        return Vector512.MaxNative(v, Avx512F.Permute4x32(v, 0b10_11_00_01));
    }

    /// <summary>The sum of the elements in each of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Sum(Vector512<float> v)
    {
        v += Avx512F.Shuffle4x128(v, v, 0b01_00_11_10);
        v += Avx512F.Shuffle4x128(v, v, 0b10_11_00_01);
        v += Avx512F.Permute4x32(v, 0b01_00_11_10);
        return v + Avx512F.Permute4x32(v, 0b10_11_00_01);
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

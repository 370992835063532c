using System.Numerics;
using System.Runtime.InteropServices;

namespace Bitloom.Quantization.Forward;

/// <summary>
/// Sums of products of integer-valued floats. Every sum is proven to fit 25 bits signed, and so does each part of it,
/// as the operands' ranges contain 0: float32, which holds every integer up to 2^24, adds them exactly in any order.
/// </summary>
internal static class MatrixKernel
{
    /// <summary>acc = a b. Rows of B and acc have <paramref name="width"/> elements, whole vectors.</summary>
    /// <param name="a">rows x depth, rows <paramref name="aStride"/> apart.</param>
    /// <param name="b">depth x width.</param>
    /// <param name="acc">rows x width.</param>
    public static void Multiply(
        ReadOnlySpan<float> a, int aStride, int rows, int depth, ReadOnlySpan<float> b, int width, Span<double> acc)
    {
        var i = 0;
        for (; i + 4 <= rows; i += 4)
            FourRows(a[(i * aStride)..], aStride, depth, b, width, acc[(i * width)..]);
        for (; i < rows; i++)
            OneRow(a[(i * aStride)..], depth, b, width, acc[(i * width)..]);
    }

    private static void FourRows(
        ReadOnlySpan<float> a, int aStride, int depth, ReadOnlySpan<float> b, int width, Span<double> acc)
    {
        var a0 = a[..depth];
        var a1 = a.Slice(aStride, depth);
        var a2 = a.Slice(2 * aStride, depth);
        var a3 = a.Slice(3 * aStride, depth);
        _ = b[..(depth * width)];
        ref var weights = ref MemoryMarshal.GetReference(b);
        for (var j = 0; j < width; j += Vector<float>.Count)
        {
            var (s0, s1, s2, s3) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
            var offset = (nuint)j;
            for (var k = 0; k < a0.Length; k++)
            {
                var w = Vector.LoadUnsafe(ref weights, offset);
                s0 = Vector.FusedMultiplyAdd(new Vector<float>(a0[k]), w, s0);
                s1 = Vector.FusedMultiplyAdd(new Vector<float>(a1[k]), w, s1);
                s2 = Vector.FusedMultiplyAdd(new Vector<float>(a2[k]), w, s2);
                s3 = Vector.FusedMultiplyAdd(new Vector<float>(a3[k]), w, s3);
                offset = unchecked(offset + (nuint)width);
            }

            Store(s0, acc[j..]);
            Store(s1, acc[(width + j)..]);
            Store(s2, acc[(2 * width + j)..]);
            Store(s3, acc[(3 * width + j)..]);
        }
    }

    private static void OneRow(ReadOnlySpan<float> a, int depth, ReadOnlySpan<float> b, int width, Span<double> acc)
    {
        for (var j = 0; j < width; j += Vector<float>.Count)
        {
            var sum = Vector<float>.Zero;
            for (var k = 0; k < depth; k++)
                sum = Vector.FusedMultiplyAdd(new Vector<float>(a[k]), new Vector<float>(b[(k * width + j)..]), sum);
            Store(sum, acc[j..]);
        }
    }

    private static void Store(Vector<float> sum, Span<double> acc)
    {
        Vector.Widen(sum, out var low, out var high);
        low.CopyTo(acc);
        high.CopyTo(acc[Vector<double>.Count..]);
    }
}

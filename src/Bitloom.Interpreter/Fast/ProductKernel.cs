using System.Runtime.CompilerServices;

namespace Bitloom.Interpreter;

/// <summary>
/// Sums of products in 32 bits. Elements have at most 8 bits and sums at most 32768 terms, so that every partial sum is
/// below 2^31, and a vector of two rounds of products needs no other proof.
/// </summary>
internal static class ProductKernel<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    /// <summary>Rows that share each load of B.</summary>
    public const int BlockRows = 4;

    /// <summary>Four rows of A by all columns of a packed B.</summary>
    public static void Four(
        ref short a, int strideOfA, ref int b, int strideOfB, int pairs, ref int sums, int strideOfSums)
    {
        unchecked
        {
            ref var a0 = ref Unsafe.As<short, int>(ref a);
            ref var a1 = ref Unsafe.As<short, int>(ref Unsafe.Add(ref a, strideOfA));
            ref var a2 = ref Unsafe.As<short, int>(ref Unsafe.Add(ref a, 2 * strideOfA));
            ref var a3 = ref Unsafe.As<short, int>(ref Unsafe.Add(ref a, 3 * strideOfA));
            for (var column = 0; column < strideOfB; column += TLanes.Count)
            {
                var (s0, s1, s2, s3) = (TLanes.Fill(0), TLanes.Fill(0), TLanes.Fill(0), TLanes.Fill(0));
                ref var words = ref Unsafe.Add(ref b, column);
                for (var pair = 0; pair < pairs; pair++)
                {
                    var word = TLanes.Load(ref words, 0);
                    s0 = TLanes.AddPairProducts(s0, TLanes.Fill(Unsafe.Add(ref a0, pair)), word);
                    s1 = TLanes.AddPairProducts(s1, TLanes.Fill(Unsafe.Add(ref a1, pair)), word);
                    s2 = TLanes.AddPairProducts(s2, TLanes.Fill(Unsafe.Add(ref a2, pair)), word);
                    s3 = TLanes.AddPairProducts(s3, TLanes.Fill(Unsafe.Add(ref a3, pair)), word);
                    words = ref Unsafe.Add(ref words, strideOfB);
                }

                TLanes.Store(s0, ref sums, column);
                TLanes.Store(s1, ref sums, strideOfSums + column);
                TLanes.Store(s2, ref sums, 2 * strideOfSums + column);
                TLanes.Store(s3, ref sums, 3 * strideOfSums + column);
            }
        }
    }

    /// <summary>One row of A by all columns of a packed B.</summary>
    public static void One(ref short a, ref int b, int strideOfB, int pairs, ref int sums)
    {
        unchecked
        {
            ref var row = ref Unsafe.As<short, int>(ref a);
            for (var column = 0; column < strideOfB; column += TLanes.Count)
            {
                var sum = TLanes.Fill(0);
                for (var pair = 0; pair < pairs; pair++)
                {
                    var word = TLanes.Load(ref b, pair * strideOfB + column);
                    sum = TLanes.AddPairProducts(sum, TLanes.Fill(Unsafe.Add(ref row, pair)), word);
                }

                TLanes.Store(sum, ref sums, column);
            }
        }
    }
}

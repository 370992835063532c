using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bitloom.Interpreter;

/// <summary>
/// Brings a B operand into the order of the product's kernel: a head after the other, a pair of depths after the other,
/// and for each column both elements of the pair in one word, the lower depth in the lower half. Where the depth is odd
/// the last upper half is zero, so that whatever A has there does not count; columns beyond the last are arbitrary.
/// </summary>
internal sealed class OperandPacking<TLanes, TVector>(ProductGeometry geometry, TensorPlace b, bool transposed)
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    /// <summary>Words from one pair of depths to the next.</summary>
    public int Stride { get; } = MemoryPlan.RoundUp(geometry.Columns, TLanes.Count);

    /// <summary>Words of a head.</summary>
    public int GroupLength => geometry.Pairs * Stride;

    /// <summary>Words of all heads.</summary>
    public int Length => geometry.Groups * GroupLength;

    public void Run(short[] tensors, int[] packed)
    {
        for (var group = 0; group < geometry.Groups; group++)
        {
            ref var target = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(packed), group * GroupLength);
            ref var source = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(tensors), b.Offset);
            if (transposed)
                Transpose(ref Unsafe.Add(ref source, group * geometry.Depth), ref target);
            else
                Interleave(ref Unsafe.Add(ref source, group * geometry.Columns), ref target);
        }
    }

    // Rows of B are depths. The load of a head's last columns may reach into what follows; those words do not count.
    private void Interleave(ref short source, ref int target)
    {
        unchecked
        {
            for (var pair = 0; pair < geometry.Pairs; pair++)
            {
                ref var lower = ref Unsafe.Add(ref source, 2 * pair * b.Stride);
                ref var upper = ref Unsafe.Add(ref lower, b.Stride);
                var whole = 2 * pair + 1 < geometry.Depth;
                for (var column = 0; column < geometry.Columns; column += TLanes.Count)
                {
                    var high = whole ? TLanes.LoadShorts(ref upper, column) : TLanes.Fill(0);
                    var word = TLanes.Pair(TLanes.LoadShorts(ref lower, column), high);
                    TLanes.Store(word, ref target, pair * Stride + column);
                }
            }
        }
    }

    // Rows of B are columns of the product, so that both elements of a pair are neighbors already.
    private void Transpose(ref short source, ref int target)
    {
        unchecked
        {
            for (var column = 0; column < geometry.Columns; column++)
            {
                ref var row = ref Unsafe.Add(ref source, column * b.Stride);
                for (var pair = 0; pair < geometry.Depth / 2; pair++)
                {
                    Unsafe.Add(ref target, pair * Stride + column) =
                        Pair(Unsafe.Add(ref row, 2 * pair), Unsafe.Add(ref row, 2 * pair + 1));
                }

                if (geometry.Depth % 2 != 0)
                {
                    Unsafe.Add(ref target, (geometry.Pairs - 1) * Stride + column) =
                        Pair(Unsafe.Add(ref row, geometry.Depth - 1), 0);
                }
            }
        }
    }

    private static int Pair(short lower, short upper) => unchecked((ushort)lower | (upper << 16));
}

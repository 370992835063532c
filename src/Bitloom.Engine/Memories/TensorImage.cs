using System.Collections.Immutable;
using System.Numerics;
using Bitloom.Ir;

namespace Bitloom.Engine;

/// <summary>The words of constant tensors in their layouts; lanes without an element are 0.</summary>
internal static class TensorImage
{
    /// <summary>The contents of the constant or the weight memory.</summary>
    /// <param name="place">The bits, in a word, of a value in a lane.</param>
    public static ImmutableArray<BigInteger> Build(
        IntegerGraph graph, IEnumerable<MemoryMapEntry> entries, EngineMemory memory,
        Func<int, int, BigInteger> place)
    {
        var placed = entries.Where(entry => entry.Memory == memory).ToArray();
        var words = new BigInteger[FirstFit.Depth(placed)];
        foreach (var entry in placed)
            Fill(words, (ConstantOp)graph.Producer(entry.Tensor), entry, place);
        return [.. words];
    }

    private static void Fill(BigInteger[] words, ConstantOp constant, MemoryMapEntry entry,
        Func<int, int, BigInteger> place)
    {
        for (var row = 0; row < constant.Output.Rows; row++)
        {
            for (var column = 0; column < constant.Output.Columns; column++)
            {
                var (word, lane) = entry.Layout.Place(row, column);
                var value = constant.Values[row * constant.Output.Columns + column];
                words[entry.Base + word] |= place(value, lane);
            }
        }
    }
}

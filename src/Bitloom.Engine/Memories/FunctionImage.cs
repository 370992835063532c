using System.Collections.Immutable;
using System.Numerics;
using Bitloom.Ir;

namespace Bitloom.Engine;

/// <summary>
/// The tables of functions, 2^AW words each: the word at an element's bits, sign- or zero-extended, holds its value.
/// </summary>
internal static class FunctionImage
{
    /// <summary>Words of all tables.</summary>
    public static int Words(IntegerGraph graph, EngineWidths widths) =>
        graph.Operations.OfType<LookupOp>().Count() << widths.ActivationBits;

    /// <summary>First word of an operation's table.</summary>
    public static int Base(IntegerGraph graph, LookupOp op, EngineWidths widths) =>
        graph.Operations.OfType<LookupOp>().TakeWhile(other => other != op).Count() << widths.ActivationBits;

    /// <summary>The words of all tables, in the order of the graph.</summary>
    public static ImmutableArray<BigInteger> Build(IntegerGraph graph, EngineWidths widths)
    {
        var words = new BigInteger[Words(graph, widths)];
        foreach (var op in graph.Operations.OfType<LookupOp>())
        {
            var (start, minimum) = (Base(graph, op, widths), graph.TensorOf(op.Input).Format.Minimum);
            for (var entry = 0; entry < op.Table.Length; entry++)
            {
                var place = (int)LanePacking.Low(minimum + entry, widths.ActivationBits);
                words[start + place] = LanePacking.Low(op.Table[entry], widths.ActivationBits);
            }
        }

        return [.. words];
    }
}

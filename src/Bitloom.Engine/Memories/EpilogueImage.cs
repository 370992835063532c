using System.Collections.Immutable;
using System.Numerics;
using Bitloom.Ir;

namespace Bitloom.Engine;

/// <summary>The epilogue memory: one word a channel, offset high, residual multiplier, multiplier low.</summary>
internal static class EpilogueImage
{
    /// <summary>Words of one product: one a column, or one for all.</summary>
    public static int Words(MatMulOp op) => Tiling.IsShared(op.Epilogue) ? 1 : op.Output.Columns;

    /// <summary>The words of all products, in the order of the graph.</summary>
    public static ImmutableArray<BigInteger> Build(IntegerGraph graph, EngineWidths widths) =>
    [
        .. from op in graph.Operations.OfType<MatMulOp>()
           from column in Enumerable.Range(0, Words(op))
           select Word(op.Epilogue, column, widths),
    ];

    private static BigInteger Word(Epilogue epilogue, int column, EngineWidths widths)
    {
        var (m, n) = (widths.MultiplierBits, widths.ResidualMultiplierBits);
        return LanePacking.Low(epilogue.Multiplier(column), m)
            | (LanePacking.Low(epilogue.Residual?.Multiplier(column) ?? 0, n) << m)
            | (LanePacking.Low(epilogue.Offset(column), widths.OffsetBits) << (m + n));
    }
}

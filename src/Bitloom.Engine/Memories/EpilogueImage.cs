using System.Collections.Immutable;
using System.Numerics;
using Bitloom.Ir;

namespace Bitloom.Engine;

/// <summary>The epilogue memory: one word a channel, offset high, residual multiplier, multiplier low.</summary>
internal static class EpilogueImage
{
    /// <summary>Words of an operation: a product's are one a column, or one for all; a normalization has one.</summary>
    public static int Words(IntegerOp op) => op switch
    {
        MatMulOp product => Tiling.IsShared(product.Epilogue) ? 1 : product.Output.Columns,
        NormOp => 1,
        _ => 0,
    };

    /// <summary>The words of all operations, in the order of the graph.</summary>
    public static ImmutableArray<BigInteger> Build(IntegerGraph graph, EngineWidths widths) =>
    [
        .. from op in graph.Operations
           from column in Enumerable.Range(0, Words(op))
           select op is NormOp norm ? Word(norm, widths) : Word(((MatMulOp)op).Epilogue, column, widths),
    ];

    private static BigInteger Word(NormOp op, EngineWidths widths) =>
        LanePacking.Low(op.Epsilon, widths.MultiplierBits)
        | (LanePacking.Low(op.Gain, widths.OffsetBits) << (widths.MultiplierBits + widths.ResidualMultiplierBits));

    private static BigInteger Word(Epilogue epilogue, int column, EngineWidths widths)
    {
        var (m, n) = (widths.MultiplierBits, widths.ResidualMultiplierBits);
        return LanePacking.Low(epilogue.Multiplier(column), m)
            | (LanePacking.Low(epilogue.Residual?.Multiplier(column) ?? 0, n) << m)
            | (LanePacking.Low(epilogue.Offset(column), widths.OffsetBits) << (m + n));
    }
}

using Bitloom.Ir;

namespace Bitloom.Interpreter;

/// <summary>
/// The three kinds of matrix product as one: a product of <paramref name="Rows"/> x <paramref name="Depth"/> by
/// <paramref name="Depth"/> x <paramref name="Columns"/> a head, heads below each other or side by side.
/// </summary>
/// <param name="RowGroups">Heads below each other in the output: those of scores.</param>
/// <param name="ColumnGroups">Heads side by side in the output: those of a context.</param>
/// <param name="HeadStep">Elements of A's memory from one head to the next.</param>
internal sealed record ProductGeometry(
    int RowGroups, int ColumnGroups, int Rows, int Depth, int Columns, int HeadStep)
{
    /// <summary>Pairs of products in a sum: the last one is half empty when the depth is odd.</summary>
    public int Pairs => (Depth + 1) / 2;

    /// <summary>Heads.</summary>
    public int Groups => RowGroups * ColumnGroups;

    public static ProductGeometry Of(MatMulOp op, Tensor a, Tensor b, int strideOfA) => op.Kind switch
    {
        MatMulKind.Dense => new(1, 1, a.Rows, a.Columns, b.Columns, 0),
        MatMulKind.AttentionScores =>
            new(op.Heads, 1, a.Rows, a.Columns / op.Heads, b.Rows, a.Columns / op.Heads),
        MatMulKind.AttentionContext =>
            new(1, op.Heads, a.Rows / op.Heads, a.Columns, b.Columns / op.Heads, a.Rows / op.Heads * strideOfA),
    };
}

namespace Bitloom.Ir;

/// <summary>
/// The range of a raw sum of products. Element ranges are widened by zero, so that every partial sum, in any order, is
/// inside; for elements that can be zero anyway this adds nothing.
/// </summary>
internal static class AccumulatorRange
{
    public static ValueRange Of(IntegerGraph graph, MatMulOp op, int column) => (op.Kind, Constant(graph, op)) switch
    {
        (MatMulKind.Dense, { A: { } a }) => Rows(a, Elements(graph, op.B)),
        (MatMulKind.Dense, { B: { } b }) => Column(Elements(graph, op.A), b, column),
        (MatMulKind.AttentionScores, _) => Products(graph, op, graph.TensorOf(op.A).Columns / op.Heads),
        (MatMulKind.Dense or MatMulKind.AttentionContext, _) => Products(graph, op, graph.TensorOf(op.A).Columns),
    };

    private static (ConstantOp? A, ConstantOp? B) Constant(IntegerGraph graph, MatMulOp op) =>
        (graph.Producer(op.A) as ConstantOp, graph.Producer(op.B) as ConstantOp);

    private static ValueRange Elements(IntegerGraph graph, string tensor) =>
        ValueRanges.Elements(graph, tensor).WithZero();

    private static ValueRange Column(ValueRange a, ConstantOp b, int column)
    {
        var sum = ValueRange.Zero;
        for (var k = 0; k < b.Output.Rows; k++)
            sum = sum.Plus(a.Times(b.Values[k * b.Output.Columns + column]));
        return sum;
    }

    private static ValueRange Rows(ConstantOp a, ValueRange b)
    {
        var union = ValueRange.Zero;
        for (var row = 0; row < a.Output.Rows; row++)
        {
            var sum = ValueRange.Zero;
            for (var k = 0; k < a.Output.Columns; k++)
                sum = sum.Plus(b.Times(a.Values[row * a.Output.Columns + k]));
            union = union.Union(sum);
        }

        return union;
    }

    private static ValueRange Products(IntegerGraph graph, MatMulOp op, int count) =>
        Elements(graph, op.A).Times(Elements(graph, op.B)).Times(count);
}

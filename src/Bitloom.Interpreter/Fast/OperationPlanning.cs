using Bitloom.Ir;

namespace Bitloom.Interpreter;

/// <summary>Plans an operation for one kind of vector; an operation that only brings in values has no plan.</summary>
internal sealed class OperationPlanning<TLanes, TVector>(IntegerGraph graph, MemoryPlan memory)
    : IOpVisitor<FastOperation?>
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    private int packed;
    private int sums;
    private int row;

    /// <summary>A workspace for all operations that were planned.</summary>
    public Func<Workspace> Workspaces() =>
        () => new(memory.Length, packed, sums, row);

    public FastOperation? Visit(InputOp op) => null;

    public FastOperation? Visit(ConstantOp op) => null;

    public FastOperation Visit(MatMulOp op)
    {
        var (a, output) = (memory.Places[op.A], memory.Places[op.Output.Name]);
        var geometry = ProductGeometry.Of(op, graph.TensorOf(op.A), graph.TensorOf(op.B), a.Stride);
        var (packing, weights) = PlanB(op, geometry);
        var residual = op.Epilogue.Residual is { } term ? memory.Places[term.Tensor] : null;
        var epilogue = EpilogueStep.Of<TLanes, TVector>(
            op.Epilogue, ValueRanges.Of(graph, op), output, residual);
        var product = new ProductOperation<TLanes, TVector>(geometry, a, packing, weights, epilogue);
        packed = Math.Max(packed, product.Packed);
        sums = Math.Max(sums, product.Sums);
        return product;
    }

    public FastOperation Visit(SoftmaxOp op)
    {
        var softmax = new SoftmaxOperation<TLanes, TVector>(
            op, memory.Places[op.Scores], memory.Places[op.Output.Name]);
        row = Math.Max(row, softmax.Row);
        return softmax;
    }

    public FastOperation Visit(LookupOp op) => new LookupOperation(
        op, graph.TensorOf(op.Input).Format.Minimum, memory.Places[op.Input], memory.Places[op.Output.Name]);

    public FastOperation Visit(NormOp op) => new NormOperation(
        op, ValueRanges.Of(graph, op), memory.Places[op.Input], memory.Places[op.Output.Name]);

    private (OperandPacking<TLanes, TVector> Packing, int[]? Weights) PlanB(MatMulOp op, ProductGeometry geometry)
    {
        var transposed = op.Kind == MatMulKind.AttentionScores;
        if (graph.Producer(op.B) is not ConstantOp constant)
            return (new(geometry, memory.Places[op.B], transposed), null);
        var (rows, columns) = (constant.Output.Rows, constant.Output.Columns);
        var place = new TensorPlace(0, MemoryPlan.RoundUp(columns, TLanes.Count), rows, columns);
        var tensor = new short[rows * place.Stride + TLanes.Count];
        place.Write(tensor, constant.Values.AsSpan());
        var packing = new OperandPacking<TLanes, TVector>(geometry, place, transposed);
        var weights = new int[packing.Length];
        packing.Run(tensor, weights);
        return (packing, weights);
    }
}

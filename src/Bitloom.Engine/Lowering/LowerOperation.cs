using Bitloom.Ir;

namespace Bitloom.Engine;

/// <summary>The instructions of each operation, once for each layout in which its result is read.</summary>
internal sealed class LowerOperation(LoweringContext context) : IOpVisitor<IEnumerable<PlannedInstruction>>
{
    /// <summary>All instructions of a graph, END included.</summary>
    public static IReadOnlyList<PlannedInstruction> LowerGraph(LoweringContext context)
    {
        var lowering = new LowerOperation(context);
        return [.. context.Graph.Operations.SelectMany(op => op.Accept(lowering)), .. LowerOutputs(context)];
    }

    public IEnumerable<PlannedInstruction> Visit(InputOp op) => [];

    public IEnumerable<PlannedInstruction> Visit(ConstantOp op) => [];

    public IEnumerable<PlannedInstruction> Visit(MatMulOp op) =>
        context.Layouts.Demanded(op.Output.Name).SelectMany(destination =>
            WithSoftmaxes(op, destination, LowerProduct(op, destination)));

    // With its scores.
    public IEnumerable<PlannedInstruction> Visit(SoftmaxOp op) => [];

    // The maxima are those of the tile drained last: its softmaxes begin before the next tile of scores.
    private IEnumerable<PlannedInstruction> WithSoftmaxes(
        MatMulOp op, TensorReference destination, IEnumerable<PlannedInstruction> products)
    {
        SoftmaxOp[] softmaxes = destination.Layout.Kind == LayoutKind.Activation
            ? [.. context.Graph.Operations.OfType<SoftmaxOp>().Where(softmax => softmax.Scores == op.Output.Name)]
            : [];
        if (softmaxes.Length == 0)
            return products;
        return products.SelectMany(product => SplitRows.Split(product, context.Shape)).SelectMany(tile =>
            softmaxes.SelectMany(softmax => Softmax(softmax, tile))
                .Prepend(tile with { Fields = WithMaxima(tile, softmaxes[0].Causal) }));
    }

    private Instruction WithMaxima(PlannedInstruction tile, bool causal) => tile.Fields with
    {
        Maxima = true,
        Causal = causal,
        FunctionBase = causal ? tile.Tile * context.Shape.T : 0,
    };

    private IEnumerable<PlannedInstruction> Softmax(SoftmaxOp op, PlannedInstruction scores) =>
        context.Layouts.Demanded(op.Output.Name)
            .SelectMany(destination => LowerSoftmax.Lower(context, op, destination, scores));

    // The product once more, with the table behind its epilogue; where nothing else reads the product, only so.
    public IEnumerable<PlannedInstruction> Visit(LookupOp op) =>
        context.Layouts.Demanded(op.Output.Name).SelectMany(destination =>
            LowerProduct((MatMulOp)context.Graph.Producer(op.Input), destination).Select(product => product with
            {
                Tensor = op.Output.Name,
                ConstantsOf = op.Input,
                Fields = product.Fields with
                {
                    Lookup = true,
                    FunctionBase = FunctionImage.Base(context.Graph, op, context.Widths),
                },
            }));

    public IEnumerable<PlannedInstruction> Visit(NormOp op) =>
        context.Layouts.Demanded(op.Output.Name).Select(destination => LowerNorm.Lower(context, op, destination));

    private IEnumerable<PlannedInstruction> LowerProduct(MatMulOp op, TensorReference destination) => op.Kind switch
    {
        MatMulKind.Dense => LowerDense.Lower(context, op, destination),
        MatMulKind.AttentionScores => LowerScores.Lower(context, op, destination),
        // A tile of rows begins when its probabilities are there, not when all are.
        MatMulKind.AttentionContext => LowerContext.Lower(context, op, destination)
            .SelectMany(product => SplitRows.Split(product, context.Shape)),
    };

    private static IEnumerable<PlannedInstruction> LowerOutputs(LoweringContext context) =>
    [
        .. context.Graph.Outputs[..^1].Select(output => LowerOutput(context, output, Opcode.Output)),
        LowerOutput(context, context.Graph.Outputs[^1], Opcode.End),
    ];

    private static PlannedInstruction LowerOutput(LoweringContext context, string tensor, Opcode opcode)
    {
        var output = context.Layouts.Activation(tensor);
        return new PlannedInstruction(output.Tensor, 0, new()
        {
            Opcode = opcode,
            AUnsigned = context.IsUnsigned(output.Tensor),
            AStride = output.Layout.Columns,
            Steps = output.Layout.Columns,
            RowTiles = output.Layout.RowTiles,
            LastRows = (output.Layout.Rows - 1) % context.Shape.T + 1,
        })
        {
            A = output,
        };
    }
}

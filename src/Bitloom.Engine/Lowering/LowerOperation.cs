using Bitloom.Diagnostics;
using Bitloom.Ir;

namespace Bitloom.Engine;

/// <summary>The instructions of each operation, once for each layout in which its result is read.</summary>
internal sealed class LowerOperation(LoweringContext context) : IOpVisitor<IEnumerable<PlannedInstruction>>
{
    /// <summary>All instructions of a graph, END included.</summary>
    public static IReadOnlyList<PlannedInstruction> LowerGraph(LoweringContext context)
    {
        var lowering = new LowerOperation(context);
        return [.. context.Graph.Operations.SelectMany(op => op.Accept(lowering)), LowerEnd(context)];
    }

    public IEnumerable<PlannedInstruction> Visit(InputOp op) => [];

    public IEnumerable<PlannedInstruction> Visit(ConstantOp op) => [];

    public IEnumerable<PlannedInstruction> Visit(MatMulOp op) =>
        context.Layouts.Demanded(op.Output.Name).SelectMany(destination => op.Kind switch
        {
            MatMulKind.Dense => LowerDense.Lower(context, op, destination),
            MatMulKind.AttentionScores => LowerScores.Lower(context, op, destination),
            MatMulKind.AttentionContext => LowerContext.Lower(context, op, destination),
        });

    public IEnumerable<PlannedInstruction> Visit(SoftmaxOp op) =>
        context.Layouts.Demanded(op.Output.Name).Select(destination => LowerSoftmax.Lower(context, op, destination));

    public IEnumerable<PlannedInstruction> Visit(LookupOp op) => throw NotLowered(op);

    public IEnumerable<PlannedInstruction> Visit(NormOp op) => throw NotLowered(op);

    // EngineLimits has refused them.
    private static CompilerBugException NotLowered(IntegerOp op) =>
        new("LowerOperation", $"{op.GetType().Name} '{op.Output.Name}' has no instruction");

    private static PlannedInstruction LowerEnd(LoweringContext context)
    {
        var output = context.Layouts.Activation(context.Graph.Outputs[0]);
        return new PlannedInstruction(output.Tensor, 0, new()
        {
            Opcode = Opcode.End,
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

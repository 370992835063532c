using Bitloom.Ir;

namespace Bitloom.Engine;

/// <summary>P V: one instruction a head, which makes the head's columns of the result.</summary>
internal static class LowerContext
{
    public static IEnumerable<PlannedInstruction> Lower(
        LoweringContext context, MatMulOp op, TensorReference destination) =>
        Enumerable.Range(0, op.Heads).Select(head => Head(context, op, destination, head));

    private static PlannedInstruction Head(
        LoweringContext context, MatMulOp op, TensorReference destination, int head)
    {
        var values = context.Layouts.Row(op.B, TensorLayouts.ContextBlocks(context.Shape, op));
        var (a, steps, columns) = (context.Layouts.Activation(op.A), values.Layout.Rows, op.Output.Columns / op.Heads);
        var fields = new Tiling(context.Shape, op.Output.Rows, columns, steps)
            .Fill(destination, op.Epilogue, context.Widths);
        var planned = new PlannedInstruction(op.Output.Name, head, fields with
        {
            AUnsigned = context.IsUnsigned(op.A),
            ABase = head * a.Layout.BlockWords,
            AStride = steps,
            BBase = head * Division.Ceiling(columns, context.Shape.G) * steps,
            BStride = steps,
            ConstantBase = fields.ConstantShared ? 0 : head * columns,
            DestinationBase = head * columns,
        })
        {
            A = a,
            B = values,
            Destination = destination,
        };
        return context.WithResidual(planned, op.Epilogue, _ => head * columns);
    }
}

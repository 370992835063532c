using Bitloom.Ir;

namespace Bitloom.Engine;

/// <summary>Q K^T: one instruction a head, over the head's columns of both operands.</summary>
internal static class LowerScores
{
    public static IEnumerable<PlannedInstruction> Lower(
        LoweringContext context, MatMulOp op, TensorReference destination) =>
        Enumerable.Range(0, op.Heads).Select(head => Head(context, op, destination, head));

    private static PlannedInstruction Head(
        LoweringContext context, MatMulOp op, TensorReference destination, int head)
    {
        var (a, keys, layout) = (context.Layouts.Activation(op.A), context.Layouts.Key(op.B), destination.Layout);
        var steps = a.Layout.Columns / op.Heads;
        var fields = new Tiling(context.Shape, layout.Rows, layout.Columns, steps)
            .Fill(destination, op.Epilogue, context.Widths);
        var planned = new PlannedInstruction(op.Output.Name, head, fields with
        {
            AUnsigned = context.IsUnsigned(op.A),
            ABase = head * steps,
            AStride = a.Layout.Columns,
            BBase = head * steps,
            BStride = keys.Layout.Columns,
            DestinationBase = head * layout.BlockWords,
        })
        {
            A = a,
            B = keys,
            Destination = destination,
        };
        return context.WithResidual(planned, op.Epilogue, residual => head * residual.BlockWords);
    }
}

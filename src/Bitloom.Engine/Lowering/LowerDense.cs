using Bitloom.Ir;

namespace Bitloom.Engine;

/// <summary>
/// A dense product, one instruction; in a row layout of blocks one a block, so that each block starts a tile. The pool
/// is a dense product whose A operand is a constant.
/// </summary>
internal static class LowerDense
{
    public static IEnumerable<PlannedInstruction> Lower(
        LoweringContext context, MatMulOp op, TensorReference destination)
    {
        var blocks = destination.Layout.Kind == LayoutKind.Row ? destination.Layout.Blocks : 1;
        var weights = context.Layouts.Row(op.B, blocks);
        return Enumerable.Range(0, blocks).Select(block => Block(context, op, destination, weights, block));
    }

    private static PlannedInstruction Block(
        LoweringContext context, MatMulOp op, TensorReference destination, TensorReference weights, int block)
    {
        var columns = op.Output.Columns / weights.Layout.Blocks;
        var (a, steps) = (context.Layouts.Activation(op.A), weights.Layout.Rows);
        var fields = new Tiling(context.Shape, op.Output.Rows, columns, steps)
            .Fill(destination, op.Epilogue, context.Widths);
        var planned = new PlannedInstruction(op.Output.Name, block, fields with
        {
            AUnsigned = context.IsUnsigned(op.A),
            AStride = steps,
            BBase = block * weights.Layout.BlockWords,
            BStride = steps,
            ConstantBase = fields.ConstantShared ? 0 : block * columns,
            DestinationBase = block * destination.Layout.BlockWords,
        })
        {
            A = a,
            B = weights,
            Destination = destination,
        };
        return context.WithResidual(planned, op.Epilogue, _ => block * columns);
    }
}

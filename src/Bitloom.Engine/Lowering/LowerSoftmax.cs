using Bitloom.Ir;

namespace Bitloom.Engine;

/// <summary>A softmax: one instruction over the row tiles of all heads.</summary>
internal static class LowerSoftmax
{
    public static PlannedInstruction Lower(LoweringContext context, SoftmaxOp op, TensorReference destination)
    {
        var (shape, softmax) = (context.Shape, context.Widths.Softmax);
        var (layout, keys) = (destination.Layout, op.Output.Columns);
        var groups = Division.Ceiling(Math.Min(shape.T, layout.Rows), shape.R);
        return new PlannedInstruction(op.Output.Name, 0, new()
        {
            Opcode = Opcode.Softmax,
            AUnsigned = context.IsUnsigned(op.Scores),
            AStride = keys,
            Steps = keys,
            TileCycles = PipelineLatencies.SoftmaxTile(keys, groups, shape.R, softmax.QuotientBits),
            RowTiles = layout.Blocks * layout.RowTiles,
            LastRows = (layout.Rows - 1) % shape.T + 1,
            Groups = groups,
            ResidualShift = context.Widths.ResidualShifts.Minimum,
            Shift = op.ReciprocalShift + softmax.PreShift,
            Maximum = op.Output.Format.Maximum,
            RowStride = keys,
        })
        {
            A = context.Layouts.Activation(op.Scores),
            Destination = destination,
        };
    }
}

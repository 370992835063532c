using Bitloom.Ir;

namespace Bitloom.Engine;

/// <summary>A normalization: one instruction over the row tiles.</summary>
internal static class LowerNorm
{
    public static PlannedInstruction Lower(LoweringContext context, NormOp op, TensorReference destination)
    {
        var (shape, features, format) = (context.Shape, op.Output.Columns, op.Output.Format);
        var groups = Division.Ceiling(Math.Min(shape.T, op.Output.Rows), shape.R);
        var inRows = destination.Layout.Kind == LayoutKind.Row;
        return new PlannedInstruction(op.Output.Name, 0, new()
        {
            Opcode = Opcode.Norm,
            Centered = op.Centered,
            AUnsigned = context.IsUnsigned(op.Input),
            AStride = features,
            Steps = features,
            TileCycles = NormLatencies.Tile(features, groups, shape, context.Widths.Norm.RootBits, inRows),
            RowTiles = Division.Ceiling(op.Output.Rows, shape.T),
            LastRows = (op.Output.Rows - 1) % shape.T + 1,
            Groups = groups,
            ResidualShift = context.Widths.ResidualShifts.Minimum,
            Shift = op.Shift,
            Minimum = format.Minimum,
            Maximum = format.Maximum,
            DestinationLayout = destination.Layout.Kind,
            RowStride = inRows ? shape.T : features,
            ColumnStride = inRows ? destination.Layout.Rows : 0,
        })
        {
            A = context.Layouts.Activation(op.Input),
            Destination = destination,
        };
    }
}

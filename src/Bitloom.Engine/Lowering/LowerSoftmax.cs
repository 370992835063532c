using Bitloom.Ir;

namespace Bitloom.Engine;

/// <summary>A tile of a softmax: SOFTMAX, which begins it, and PROBABILITIES, which writes what it made.</summary>
internal static class LowerSoftmax
{
    /// <summary>Both instructions, for the rows of <paramref name="scores"/>: one tile of one head.</summary>
    public static IEnumerable<PlannedInstruction> Lower(
        LoweringContext context, SoftmaxOp op, TensorReference destination, PlannedInstruction scores)
    {
        var (shape, softmax) = (context.Shape, context.Widths.Softmax);
        var (layout, keys) = (destination.Layout, op.Output.Columns);
        var fields = new Instruction
        {
            Opcode = Opcode.Softmax,
            ABase = scores.Fields.DestinationBase,
            AUnsigned = context.IsUnsigned(op.Scores),
            Steps = keys,
            TileCycles = PipelineLatencies.SoftmaxIssue,
            LastRows = scores.Fields.LastRows,
            Groups = Division.Ceiling(Math.Min(shape.T, layout.Rows), shape.R),
            Shift = op.ReciprocalShift + softmax.PreShift,
            Maximum = op.Output.Format.Maximum,
            Causal = op.Causal,
            FunctionBase = op.Causal ? scores.Tile * shape.T : 0,
        };
        var begin = new PlannedInstruction(op.Output.Name, scores.Head, fields)
        {
            A = context.Layouts.Activation(op.Scores),
            Tile = scores.Tile,
        };
        yield return begin;
        yield return begin with
        {
            Fields = fields with
            {
                Opcode = Opcode.Probabilities,
                ResidualShift = context.Widths.ResidualShifts.Minimum,
                // Scores and probabilities have the same rows and columns, and so the same layout.
                DestinationBase = scores.Fields.DestinationBase,
            },
            Destination = destination,
        };
    }
}

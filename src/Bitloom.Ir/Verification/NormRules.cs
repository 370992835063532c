namespace Bitloom.Ir;

/// <summary>The operand and the constants of a normalization, and that r and u fit the multiplier's operands.</summary>
internal static class NormRules
{
    private const long LargestGain = (1L << 62) - 1;
    private const int LargestEpsilon = 1 << 30;
    private const int LargestShift = 40;
    private const int RootBits = 24;
    private const int DeviationBits = 18;

    public static void Check(NormOp op, IntegerOp input, Violations violations)
    {
        var (name, output, operand) = (op.Output.Name, op.Output, input.Output);
        violations.Require(input is not ConstantOp, name, $"normalizes the constant '{op.Input}'");
        violations.Require(output.Format.Signed, name, $"has an unsigned output; it must be signed");
        violations.Require(
            output.Rows == operand.Rows && output.Columns == operand.Columns, name,
            $"has the shape {output.Rows} x {output.Columns} instead of {operand.Rows} x {operand.Columns}");
        if (Constants(op, violations))
            Words(op, operand.Format, violations);
    }

    private static bool Constants(NormOp op, Violations violations)
    {
        var name = op.Output.Name;
        var gain = violations.Require(
            op.Gain is >= 1 and <= LargestGain, name, $"has the gain {op.Gain}; 1 to {LargestGain} are possible");
        var epsilon = violations.Require(
            op.Epsilon is >= 1 and <= LargestEpsilon, name,
            $"has the epsilon {op.Epsilon}; 1 to {LargestEpsilon} are possible");
        var shift = violations.Require(
            op.Shift is >= 1 and <= LargestShift, name, $"shifts by {op.Shift}; 1 to {LargestShift} are possible");
        return gain && epsilon && shift;
    }

    private static void Words(NormOp op, IntegerFormat format, Violations violations)
    {
        var root = IntegerArithmetic.UnsignedBits(IntegerArithmetic.ReciprocalRoot(op.Gain, op.Epsilon));
        violations.Require(
            root <= RootBits, op.Output.Name,
            $"has reciprocal roots of up to {root} bits; at most {RootBits} bits are possible");
        var (count, width) = ((long)op.Output.Columns, (long)format.Maximum - format.Minimum);
        var reach = op.Centered ? (count - 1) * width : count * Math.Max(-(long)format.Minimum, format.Maximum);
        var deviation = IntegerArithmetic.SignedBits(-reach, reach);
        violations.Require(
            deviation <= DeviationBits, op.Output.Name,
            $"has deviations of up to {deviation} bits; at most {DeviationBits} bits are possible");
    }
}

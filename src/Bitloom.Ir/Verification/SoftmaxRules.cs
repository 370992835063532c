namespace Bitloom.Ir;

/// <summary>The table, the reciprocal's precision and the operands of a softmax.</summary>
internal static class SoftmaxRules
{
    // With 8 bits of output the reciprocal stays below 2^48, far from leaving 64 bits.
    private const int LargestShift = 40;

    public static void Check(SoftmaxOp op, IntegerOp scores, Violations violations)
    {
        var (name, output, input) = (op.Output.Name, op.Output, scores.Output);
        violations.Require(scores is not ConstantOp, name, $"has the constant '{op.Scores}' as its scores");
        violations.Require(input.Format.Signed, name, $"has unsigned scores; they must be signed");
        violations.Require(!output.Format.Signed, name, $"has a signed output; probabilities are unsigned");
        violations.Require(
            output.Rows == input.Rows && output.Columns == input.Columns, name,
            $"has the shape {output.Rows} x {output.Columns} instead of {input.Rows} x {input.Columns}");
        var bits = op.ExponentialBits;
        if (!violations.Require(bits is >= 4 and <= 12, name, $"has {bits} exponential bits; 4 to 12 are possible"))
            return;
        Shift(op, violations);
        if (Lists.Require(op.Exponentials, name, "exponentials", violations))
            Table(op, input.Format.Bits, violations);
    }

    private static void Shift(SoftmaxOp op, Violations violations)
    {
        var least = IntegerArithmetic.ReciprocalShift(Math.Max(1, op.Output.Columns), op.ExponentialBits);
        violations.Require(
            op.ReciprocalShift >= least && op.ReciprocalShift <= LargestShift, op.Output.Name,
            $"has the reciprocal shift {op.ReciprocalShift}; {least} to {LargestShift} are possible");
    }

    private static void Table(SoftmaxOp op, int scoreBits, Violations violations)
    {
        var (name, table, largest) = (op.Output.Name, op.Exponentials, (1 << op.ExponentialBits) - 1);
        violations.Require(
            table.Length == 1L << scoreBits, name,
            $"has {table.Length} exponentials for scores of {scoreBits} bits instead of {1L << scoreBits}");
        violations.Require(table[0] == largest, name, $"has E[0] = {table[0]} instead of {largest}");
        violations.Require(table.All(e => e >= 0), name, $"has a negative exponential");
        violations.Require(
            Enumerable.Range(1, table.Length - 1).All(d => table[d] <= table[d - 1]), name,
            $"has exponentials that increase");
    }
}

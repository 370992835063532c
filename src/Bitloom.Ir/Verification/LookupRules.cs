namespace Bitloom.Ir;

/// <summary>A table has an entry for each value of its operand, each within the output's format.</summary>
internal static class LookupRules
{
    public static void Check(LookupOp op, IntegerOp input, Violations violations)
    {
        var (name, output, operand) = (op.Output.Name, op.Output, input.Output);
        violations.Require(input is not ConstantOp, name, $"looks up the constant '{op.Input}'");
        violations.Require(
            output.Rows == operand.Rows && output.Columns == operand.Columns, name,
            $"has the shape {output.Rows} x {output.Columns} instead of {operand.Rows} x {operand.Columns}");
        if (!Lists.Require(op.Table, name, "table", violations))
            return;
        var entries = 1L << operand.Format.Bits;
        violations.Require(
            op.Table.Length == entries, name,
            $"has {op.Table.Length} entries for elements of {operand.Format.Bits} bits instead of {entries}");
        violations.Require(
            op.Table.All(entry => output.Format.Contains(entry)), name,
            $"has the entry {op.Table.FirstOrDefault(entry => !output.Format.Contains(entry))} outside {output.Format}");
    }
}

namespace Bitloom.Ir;

/// <summary>Which operands a matrix product may have, and the shapes of each kind.</summary>
internal static class MatMulRules
{
    public static void Check(MatMulOp op, IntegerOp a, IntegerOp b, Violations violations)
    {
        var name = op.Output.Name;
        violations.Require(b.Output.Format.Signed, name, $"has the unsigned B operand '{op.B}'; B must be signed");
        Constants(op, a is ConstantOp, b is ConstantOp, violations);
        if (violations.Require(op.Heads >= 1, name, $"has {op.Heads} heads; at least one is needed"))
            Shapes(op, a.Output, b.Output, violations);
    }

    private static void Constants(MatMulOp op, bool a, bool b, Violations violations)
    {
        violations.Require(!(a && b), op.Output.Name, $"multiplies two constants");
        violations.Require(
            op.Kind == MatMulKind.Dense || !(a || b), op.Output.Name, $"has a constant operand in attention");
    }

    private static void Shapes(MatMulOp op, Tensor a, Tensor b, Violations violations)
    {
        var (rows, columns, fits) = op.Kind switch
        {
            MatMulKind.Dense => (a.Rows, b.Columns, op.Heads == 1 && a.Columns == b.Rows),
            MatMulKind.AttentionScores =>
                ((long)op.Heads * a.Rows, b.Rows,
                    a.Rows == b.Rows && a.Columns == b.Columns && a.Columns % op.Heads == 0),
            MatMulKind.AttentionContext =>
                (a.Rows / op.Heads, b.Columns,
                    a.Rows % op.Heads == 0 && a.Columns == b.Rows && b.Columns % op.Heads == 0),
        };
        var (name, output) = (op.Output.Name, op.Output);
        var fit = violations.Require(
            fits, name,
            $"cannot multiply {a.Rows} x {a.Columns} by {b.Rows} x {b.Columns} as {op.Kind} with {op.Heads} heads");
        if (fit)
        {
            violations.Require(
                output.Rows == rows && output.Columns == columns, name,
                $"has the shape {output.Rows} x {output.Columns} instead of {rows} x {columns}");
        }
    }
}

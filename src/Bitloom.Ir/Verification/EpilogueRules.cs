namespace Bitloom.Ir;

/// <summary>M, N, B, k, s, clamp and the residual operand of a matrix product.</summary>
internal static class EpilogueRules
{
    private const int MultiplierBits = 18;
    private const int OffsetBits = 48;
    private const int LargestShift = 47;

    public static void Check(MatMulOp op, Tensor? residual, Violations violations)
    {
        var (name, columns, epilogue) = (op.Output.Name, op.Output.Columns, op.Epilogue);
        var multipliers = Lists.Widened(epilogue.Multipliers);
        Lists.RequireChannels(multipliers, columns, MultiplierBits, name, "multipliers", violations);
        Lists.RequireChannels(epilogue.Offsets, columns, OffsetBits, name, "offsets", violations);
        violations.Require(
            epilogue.Shift is >= 1 and <= LargestShift, name,
            $"shifts by {epilogue.Shift}; 1 to {LargestShift} are possible");
        Clamp(op, violations);
        if (epilogue.Residual is { } term)
            Residual(op, term, residual, violations);
    }

    private static void Clamp(MatMulOp op, Violations violations)
    {
        var (minimum, maximum, format) = (op.Epilogue.Minimum, op.Epilogue.Maximum, op.Output.Format);
        violations.Require(
            minimum <= maximum && format.Contains(minimum) && format.Contains(maximum), op.Output.Name,
            $"clamps to {minimum} .. {maximum}; a range within {format} is possible");
    }

    private static void Residual(MatMulOp op, ResidualTerm term, Tensor? residual, Violations violations)
    {
        var (name, output) = (op.Output.Name, op.Output);
        var multipliers = Lists.Widened(term.Multipliers);
        Lists.RequireChannels(multipliers, output.Columns, MultiplierBits, name, "residual multipliers", violations);
        violations.Require(
            term.Shift is >= 0 and <= LargestShift, name,
            $"shifts its residual by {term.Shift}; 0 to {LargestShift} are possible");
        if (residual is not null)
        {
            violations.Require(
                residual.Rows == output.Rows && residual.Columns == output.Columns, name,
                $"has a residual of {residual.Rows} x {residual.Columns} for {output.Rows} x {output.Columns}");
        }
    }
}

namespace Bitloom.Ir;

/// <summary>Resolves operands among the earlier operations and hands them to the operation's own rules.</summary>
internal sealed class OperationRules(IReadOnlyDictionary<string, IntegerOp> earlier, Violations violations)
    : IOpVisitor<bool>
{
    public bool Visit(InputOp op) => true;

    public bool Visit(ConstantOp op)
    {
        var name = op.Output.Name;
        var format = op.Output.Format;
        return Lists.Require(op.Values, name, "values", violations)
            && violations.Require(
                op.Values.Length == op.Output.Count, name,
                $"has {op.Values.Length} values instead of {op.Output.Rows} x {op.Output.Columns}")
            && violations.Require(
                op.Values.All(v => format.Contains(v)), name,
                $"has the value {op.Values.FirstOrDefault(v => !format.Contains(v))} outside {format}");
    }

    public bool Visit(MatMulOp op)
    {
        var residual = op.Epilogue.Residual is { } term ? Find(op, term.Tensor) : null;
        EpilogueRules.Check(op, residual?.Output, violations);
        if (Find(op, op.A) is not { } a || Find(op, op.B) is not { } b)
            return false;
        MatMulRules.Check(op, a, b, violations);
        return true;
    }

    public bool Visit(SoftmaxOp op)
    {
        if (Find(op, op.Scores) is { } scores)
            SoftmaxRules.Check(op, scores, violations);
        return true;
    }

    public bool Visit(LookupOp op)
    {
        if (Find(op, op.Input) is { } input)
            LookupRules.Check(op, input, violations);
        return true;
    }

    public bool Visit(NormOp op)
    {
        if (Find(op, op.Input) is { } input)
            NormRules.Check(op, input, violations);
        return true;
    }

    private IntegerOp? Find(IntegerOp op, string operand)
    {
        var found = earlier.GetValueOrDefault(operand);
        violations.Require(found is not null, op.Output.Name, $"reads '{operand}', which no earlier operation makes");
        return found;
    }
}

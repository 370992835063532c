using Bitloom.Ir;

namespace Bitloom.Tests.Ir;

/// <summary>Compares graphs field by field; records compare immutable arrays by reference.</summary>
internal static class GraphEquality
{
    public static void ShouldBeSame(IntegerGraph actual, IntegerGraph expected)
    {
        actual.Name.ShouldBe(expected.Name);
        actual.Outputs.ShouldBe(expected.Outputs);
        actual.Operations.Length.ShouldBe(expected.Operations.Length);
        foreach (var (left, right) in actual.Operations.Zip(expected.Operations))
            ShouldBeSame(left, right);
    }

    private static void ShouldBeSame(IntegerOp actual, IntegerOp expected)
    {
        actual.GetType().ShouldBe(expected.GetType());
        actual.Output.ShouldBe(expected.Output);
        actual.Operands.ShouldBe(expected.Operands);
        if (actual is ConstantOp constant)
            constant.Values.ShouldBe(((ConstantOp)expected).Values);
        if (actual is SoftmaxOp softmax)
            ShouldBeSame(softmax, (SoftmaxOp)expected);
        if (actual is LookupOp lookup)
            lookup.Table.ShouldBe(((LookupOp)expected).Table);
        if (actual is NormOp)
            actual.ShouldBe(expected);
        if (actual is MatMulOp product)
            ShouldBeSame(product, (MatMulOp)expected);
    }

    private static void ShouldBeSame(SoftmaxOp actual, SoftmaxOp expected)
    {
        actual.Exponentials.ShouldBe(expected.Exponentials);
        (actual with { Exponentials = expected.Exponentials }).ShouldBe(expected);
    }

    private static void ShouldBeSame(MatMulOp actual, MatMulOp expected)
    {
        actual.Epilogue.Multipliers.ShouldBe(expected.Epilogue.Multipliers);
        actual.Epilogue.Offsets.ShouldBe(expected.Epilogue.Offsets);
        (actual.Epilogue.Residual?.Multipliers ?? []).ShouldBe(expected.Epilogue.Residual?.Multipliers ?? []);
        var term = actual.Epilogue.Residual;
        var same = actual.Epilogue with
        {
            Multipliers = expected.Epilogue.Multipliers,
            Offsets = expected.Epilogue.Offsets,
            Residual = term is null ? null : term with { Multipliers = expected.Epilogue.Residual!.Multipliers },
        };
        (actual with { Epilogue = same }).ShouldBe(expected);
    }
}

using Bitloom.Engine;
using Bitloom.Ir;
using Bitloom.Tests.Engine;

namespace Bitloom.Tests.Evaluators;

/// <summary>That the cases themselves are right: valid, compilable, and twice computed.</summary>
public sealed class EvaluationCaseTests
{
    public static TheoryData<string> Names => EvaluatorSuite.HandComputed;

    [Theory]
    [MemberData(nameof(Names))]
    public void Case_EqualsUnboundedIntegers(string name)
    {
        var question = HandComputedCases.All[name];

        int[] exact = [.. question.EachWindow.SelectMany(window => ExactGraph.Output(question.Graph, window))];

        exact.ShouldBe(question.Expected);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Case_IsValid_AndCompiles(string name)
    {
        var question = HandComputedCases.All[name];

        GraphVerifier.Verify(question.Graph).ShouldBeEmpty();
        Programs.Compile(question.Graph, question.Shape).Parameters.Shape.ShouldBe(question.Shape);
    }

    [Fact]
    public void Cases_ReachTheBounds_OfEveryConstant()
    {
        var products = HandComputedCases.All.Values
            .SelectMany(question => question.Graph.Operations.OfType<MatMulOp>()
                .Select(op => (op.Epilogue, Widths: ValueRanges.Of(question.Graph, op))))
            .ToArray();

        var multipliers = products.SelectMany(p => p.Epilogue.Multipliers).ToArray();
        (multipliers.Min(), multipliers.Max()).ShouldBe((-131072, 131071));
        products.Max(p => p.Widths.SumBits).ShouldBe(EngineWidths.SumBits);
        products.Any(p => p.Widths.SumBits - p.Epilogue.Shift > 32).ShouldBeTrue();
        products.Any(p => p.Epilogue.Shift > 32).ShouldBeTrue();
        products.Any(p => p.Widths.SumBits <= 32).ShouldBeTrue();
    }
}

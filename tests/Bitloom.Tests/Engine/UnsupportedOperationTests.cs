using Bitloom.Engine;
using Bitloom.Ir;

namespace Bitloom.Tests.Engine;

/// <summary>What the compiler says of operations that the engine does not have in this form.</summary>
public sealed class UnsupportedOperationTests
{
    [Fact]
    public void Compile_Refuses_ATableThatFollowsNoProduct() => Fault(
        SmallGraphs.Graph(
            "table", SmallGraphs.Input(2, 2),
            new LookupOp(SmallGraphs.Tensor("output", 2, 2), "input", [.. new int[256]]))).ShouldBe(
        "error ENGINE011 at output: a table of 'input', which no product makes\n"
        + "  expected: a table of a product's result\n"
        + "  remedy:   insert a product before the table");

    [Fact]
    public void Compile_Refuses_ACausalMask_OfRowsThatAreNoTokens() => Fault(
        SmallGraphs.Graph(
            "mask", SmallGraphs.Input(4, 2),
            SmallGraphs.Softmax("output", 4, 2, "input", exponentialBits: 8) with { Causal = true })).ShouldBe(
        "error ENGINE012 at output: a causal softmax of 4 rows of a head and 2 keys\n"
        + "  expected: as many rows of a head as keys\n"
        + "  remedy:   make scores for it by a product of their own, or remove the mask");

    [Fact]
    public void Compile_Refuses_ACausalMask_WhereTheScoresAreReadWithoutOne() => Fault(
        SmallGraphs.Graph(
            "both", SmallGraphs.Input(2, 2),
            SmallGraphs.Softmax("output", 2, 2, "input", exponentialBits: 8) with { Causal = true },
            SmallGraphs.Softmax("other", 2, 2, "input", exponentialBits: 8)) with
        { Outputs = ["output", "other"] })
        .ShouldBe(
        "error ENGINE012 at output: a causal softmax of the scores 'input', which a softmax without a mask reads too\n"
        + "  expected: scores of its own\n"
        + "  remedy:   make scores for it by a product of their own, or remove the mask");

    [Theory]
    [InlineData(1L << 40, 1 << 17, "E = 131072", "18")]
    [InlineData(1L << 47, 1 << 16, "G = 140737488355328", "48")]
    public void Compile_Refuses_ConstantsOfANormalization_ThatNoWordHolds(
        long gain, int epsilon, string found, string bits) => Fault(
        SmallGraphs.Graph(
            "wide", SmallGraphs.Input(2, 2),
            new NormOp(SmallGraphs.Tensor("output", 2, 2), "input", Centered: true, gain, epsilon, 10))).ShouldBe(
        $"error ENGINE013 at output: a normalization with {found}\n"
        + $"  expected: a constant of at most {bits} bits\n"
        + "  remedy:   give 'input' a wider range or 'output' fewer bits");

    [Fact]
    public void Compile_Refuses_NormalizationsOfTwoWidths() => Fault(
        SmallGraphs.Graph(
            "widths", SmallGraphs.Input(2, 2),
            new NormOp(SmallGraphs.Tensor("first", 2, 2), "input", Centered: true, 1 << 20, 1, 10),
            SmallGraphs.Constant("weight", 2, 3),
            SmallGraphs.Product("middle", 2, 3, "first", "weight"),
            new NormOp(SmallGraphs.Tensor("output", 2, 3), "middle", Centered: true, 1 << 20, 1, 10))).ShouldBe(
        "error ENGINE014 at output: a normalization of 3 features\n"
        + "  expected: 2 features as in 'first'\n"
        + "  remedy:   normalize tokens of one width only");

    private static string Fault(IntegerGraph graph) => EngineCompiler
        .Compile(graph, EngineOptions.Pinned(new(2, 1, 1))).Diagnostics.ShouldHaveSingleItem().ToString();
}

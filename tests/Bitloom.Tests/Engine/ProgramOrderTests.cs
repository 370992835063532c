using Bitloom.Engine;

namespace Bitloom.Tests.Engine;

/// <summary>What runs beside a softmax.</summary>
public sealed class ProgramOrderTests
{
    [Fact]
    public void Compile_PutsTheValues_BetweenASoftmaxAndItsProbabilities()
    {
        string[] order = [.. Order(new EngineShape(3, 3, 1))];

        var begun = Array.IndexOf(order, "Softmax probabilities");
        var written = Array.IndexOf(order, "Probabilities probabilities");
        order[begun..written].ShouldContain("MatMul value");
    }

    [Fact]
    public void Compile_KeepsEveryInstruction_WhateverTheOrder()
    {
        var shape = new EngineShape(3, 1, 1);

        var ordered = Order(shape).Order(StringComparer.Ordinal);

        var context = new LoweringContext(
            SmallGraphs.Encoder(), shape, ProveWidths.Of([SmallGraphs.Encoder()]), new(SmallGraphs.Encoder(), shape));
        ordered.ShouldBe(LowerOperation.LowerGraph(context)
            .Select(planned => $"{planned.Fields.Opcode} {planned.Tensor}").Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Order(EngineShape shape) =>
        Programs.Compile(SmallGraphs.Encoder(), shape).Schedule.Instructions
            .Select(instruction => $"{instruction.Opcode} {instruction.Tensor}");
}

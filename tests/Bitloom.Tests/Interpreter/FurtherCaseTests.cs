using Bitloom.Interpreter;
using Bitloom.Ir;
using Bitloom.Tests.Evaluators;

namespace Bitloom.Tests.Interpreter;

/// <summary>The cases of operations that not every evaluator has, by those that have all.</summary>
public sealed class FurtherCaseTests
{
    public static TheoryData<string> Names => [.. FurtherCases.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Case_IsValid_AndEqualsUnboundedIntegers(string name)
    {
        var question = FurtherCases.All[name];

        int[] exact = [.. question.EachWindow.SelectMany(window => ExactGraph.Output(question.Graph, window))];

        GraphVerifier.Verify(question.Graph).ShouldBeEmpty();
        exact.ShouldBe(question.Expected);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Interpreter_GivesTheOutputs_ThatWereComputedByHand(string name)
    {
        var question = FurtherCases.All[name];

        int[] found = [.. question.EachWindow.SelectMany(x => GraphInterpreter.Run(question.Graph, x).Output)];

        found.ShouldBe(question.Expected);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void FastEvaluator_GivesTheOutputs_ThatWereComputedByHand(string name)
    {
        var question = FurtherCases.All[name];

        foreach (var path in FastEvaluator.SupportedPaths)
            new FastEvaluator(question.Graph, path)
                .Run(question.Windows, cancellation: TestContext.Current.CancellationToken).ShouldBe(question.Expected);
    }

    [Fact]
    public void Interpreter_EqualsUnboundedIntegers_OnRandomGraphsWithEveryOperation()
    {
        foreach (var seed in Enumerable.Range(0, 60))
        {
            var graph = RandomGraphs.CreateAny(seed, RandomGraphOptions.Everything);
            var window = RandomGraphs.Input(graph, seed);

            GraphInterpreter.Run(graph, window).Output.ShouldBe(ExactGraph.Output(graph, window), $"seed {seed}");
        }
    }
}

namespace Bitloom.Tests.Evaluators;

/// <summary>What an evaluator is asked, and that it answers rightly: the expected values are not an evaluator's.</summary>
public abstract class AnsweringSuite
{
    // Two, as a netlist of each takes minutes; campaigns and benchmarks/NetlistMatrix.cs have many more.
    public static TheoryData<int> Seeds => [1, 3];

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Evaluator_EqualsUnboundedIntegers_OnRandomGraphs(int seed) => ShouldAnswerAsync(RandomEvaluationCases.Of(seed));

    /// <summary>The outputs of all windows of a case, as the evaluator computes them.</summary>
    protected abstract Task<int[]> EvaluateAsync(EvaluationCase question);

    protected async Task ShouldAnswerAsync(EvaluationCase question) =>
        (await EvaluateAsync(question)).ShouldBe(question.Expected);
}

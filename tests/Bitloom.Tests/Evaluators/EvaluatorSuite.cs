namespace Bitloom.Tests.Evaluators;

/// <summary>
/// What every evaluator of the integer graph passes, the interpreter included: the expected values are literals, or
/// come from unbounded integers. To hold another evaluator to it, derive and answer a case.
/// </summary>
public abstract class EvaluatorSuite
{
    public static TheoryData<string> HandComputed => [.. HandComputedCases.All.Keys];

    public static TheoryData<int> Seeds => [1, 2, 3];

    [Theory]
    [MemberData(nameof(HandComputed))]
    public Task Evaluator_GivesTheOutputs_ThatWereComputedByHand(string name) =>
        ShouldAnswerAsync(HandComputedCases.All[name]);

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Evaluator_EqualsUnboundedIntegers_OnRandomGraphs(int seed) => ShouldAnswerAsync(RandomEvaluationCases.Of(seed));

    /// <summary>The outputs of all windows of a case, as the evaluator computes them.</summary>
    protected abstract Task<int[]> EvaluateAsync(EvaluationCase question);

    private async Task ShouldAnswerAsync(EvaluationCase question) =>
        (await EvaluateAsync(question)).ShouldBe(question.Expected);
}

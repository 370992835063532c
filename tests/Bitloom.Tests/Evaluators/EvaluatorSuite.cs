namespace Bitloom.Tests.Evaluators;

/// <summary>
/// What every evaluator of the integer graph passes, the interpreter included: the expected values are literals, or
/// come from unbounded integers. To hold another evaluator to it, derive and answer a case.
/// </summary>
public abstract class EvaluatorSuite : AnsweringSuite
{
    public static TheoryData<string> HandComputed => [.. HandComputedCases.All.Keys];

    [Theory]
    [MemberData(nameof(HandComputed))]
    public Task Evaluator_GivesTheOutputs_ThatWereComputedByHand(string name) =>
        ShouldAnswerAsync(HandComputedCases.All[name]);
}

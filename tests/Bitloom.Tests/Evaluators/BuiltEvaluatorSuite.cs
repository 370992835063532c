namespace Bitloom.Tests.Evaluators;

/// <summary>
/// What an evaluator passes that has to be built for each case, which takes seconds: of the cases with the same
/// operations one, the others being passed by what it is built from.
/// </summary>
public abstract class BuiltEvaluatorSuite : AnsweringSuite
{
    public static TheoryData<string> OfEachKind =>
        [.. HandComputedCases.All.GroupBy(item => Kind(item.Value), item => item.Key, StringComparer.Ordinal)
            .Select(names => names.First())];

    [Theory]
    [MemberData(nameof(OfEachKind))]
    public Task Evaluator_GivesTheOutputs_ThatWereComputedByHand(string name) =>
        ShouldAnswerAsync(HandComputedCases.All[name]);

    private static string Kind(EvaluationCase item) => string.Join(
        ' ', item.Graph.Operations.Select(operation => operation.GetType().Name).Distinct().Order(StringComparer.Ordinal));
}

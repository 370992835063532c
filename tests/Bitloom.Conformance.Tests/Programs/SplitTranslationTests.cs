using Bitloom.Tests.Evaluators;

namespace Bitloom.Conformance.Tests.Programs;

/// <summary>
/// Memories that are split, in the translation: the random cases of the suite alone, which the VHDL runs whole
/// (<see cref="SplitVhdlSuite"/>), since a simulator has to be compiled for each.
/// </summary>
public sealed class SplitTranslationTests
{
    [Theory]
    [MemberData(nameof(AnsweringSuite.Seeds), MemberType = typeof(AnsweringSuite))]
    public async Task Translation_EqualsUnboundedIntegers_WithSplitMemories(int seed)
    {
        var question = RandomEvaluationCases.Of(seed);

        var outputs = await TranslationSuite.AnswerAsync(question, SplitMemories.Tiny);

        outputs.ShouldBe(question.Expected);
    }
}

using Bitloom.Engine;
using Bitloom.Interpreter;

namespace Bitloom.Tests.Fuzzing;

public sealed class CaseShrinkerTests
{
    [Fact]
    public async Task Shrink_LeavesOneProduct_WhereAnAccumulatorIsTooNarrow()
    {
        var failure = Failing(OneAccumulatorBitLess);

        var small = await CaseShrinker.ShrinkAsync(
            failure, SimplerCases.OnTheSameEngine, each => Task.FromResult(OneAccumulatorBitLess(each)));

        OneAccumulatorBitLess(small.Case).ShouldNotBeNull();
        small.Case.Graph.Operations.Length.ShouldBeLessThan(failure.Case.Graph.Operations.Length);
        small.Case.Inputs.Count().ShouldBe(1);
        small.Case.StallSeed.ShouldBe(0);
    }

    [Fact]
    public async Task Shrink_KeepsTheFailure_WhenNothingSimplerFails()
    {
        var failure = Failing(OneAccumulatorBitLess);

        var small = await CaseShrinker.ShrinkAsync(
            failure, SimplerCases.OnTheSameEngine, _ => Task.FromResult<CaseFailure?>(null));

        small.ShouldBeSameAs(failure);
    }

    [Fact]
    public void SimplerCases_AreNeverTheCaseItself()
    {
        foreach (var each in RandomCases.OfEngine(seed: 5, cases: 20, windows: 3))
        {
            var text = ProgramCaseText.Print(each, "");

            SimplerCases.OnTheSameEngine(each).Concat(SimplerCases.OnSmallerEngines(each))
                .ShouldAllBe(simpler => ProgramCaseText.Print(simpler, "") != text);
        }
    }

    private static CaseFailure Failing(Func<ProgramCase, CaseFailure?> fails) =>
        Enumerable.Range(1, 20)
            .SelectMany(seed => RandomCases.OfEngine(seed, cases: 20, windows: 3))
            .Select(fails)
            .OfType<CaseFailure>()
            .First(failure => failure.Case.Graph.Operations.Length > 6);

    private static CaseFailure? OneAccumulatorBitLess(ProgramCase each)
    {
        var compiled = EngineCompiler.Compile(each.Graph, EngineOptions.Pinned(each.Shape));
        if (!compiled.Ok)
            return null;
        var (program, widths) = (compiled.Value, compiled.Value.Parameters.Widths);
        var narrower = widths with { AccumulatorBits = widths.AccumulatorBits - 1 };
        var narrow = program with { Parameters = program.Parameters with { Widths = narrower } };
        var differs = each.Inputs.Any(input =>
            !EngineSimulator.Run(narrow, input).Output.SequenceEqual(GraphInterpreter.Run(each.Graph, input).Output));
        return differs ? new(each, "a narrow accumulator", "the output differs") : null;
    }
}

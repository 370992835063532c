using System.Collections.Immutable;
using Bitloom.Projects;

namespace Bitloom.Exploration.Tests.Sampling;

public sealed class ProposalsTests
{
    private const string Epochs = SuccessiveHalving.EpochsKey;
    private const string QuantizedEpochs = SuccessiveHalving.QuantizedEpochsKey;

    private static readonly ExploreSection Section = new(Method: SearchMethod.Tpe, Trials: 28, Population: 8)
    {
        Space = TwoObjectiveProblem.Space,
        Objectives = TrialExamples.Objectives,
    };

    [Theory]
    [InlineData(2, 8, 40, 30, "8x5/4 4x10/8 2x20/15 1x40/30")]
    [InlineData(3, 8, 40, 30, "8x13/10 2x40/30")]
    [InlineData(2, 7, 40, 30, "7x10/8 3x20/15 1x40/30")]
    [InlineData(2, 8, 3, 1, "8x2/1 4x3/1")]
    [InlineData(4, 16, 100, 0, "16x6/0 4x25/0 1x100/0")]
    [InlineData(9, 8, 40, 30, "8x40/30")]
    [InlineData(2, 8, 1, 1, "8x1/1")]
    public void Bracket_HasTheseRungs(int rate, int population, int epochs, int quantizedEpochs, string expected)
    {
        var halving = new SuccessiveHalving(rate, population, epochs, quantizedEpochs);

        var rungs = Enumerable.Range(0, halving.Rungs).Select(rung =>
        {
            var settings = halving.WithEpochs(TrialExamples.None, rung);
            return $"{halving.Count(rung)}x{settings[Epochs]}/{settings[QuantizedEpochs]}";
        });

        string.Join(' ', rungs).ShouldBe(expected);
    }

    [Fact]
    public void Generations_AreFresh_WithoutHalving()
    {
        var trials = Run(Section, 9);

        Sizes(trials).ShouldBe([8, 8, 8, 4]);
        trials.ShouldAllBe(trial => !trial.Settings.ContainsKey(Epochs));
        trials.Select(trial => Settings.Identity(Section.Space, trial.Settings)).ShouldBeUnique();
    }

    [Fact]
    public void Generations_RepeatTheBracket_UntilAllTrialsAreProposed()
    {
        var trials = Run(Section with { Halving = 2 }, 9);

        Sizes(trials).ShouldBe([8, 4, 2, 1, 8, 4, 1]);
        trials.GroupBy(trial => trial.Generation).Select(rung => rung.First().Settings[Epochs])
            .ShouldBe(["5", "10", "20", "40", "5", "10", "20"]);
    }

    [Fact]
    public void Rung_HasTheBestOfTheRungBefore()
    {
        var section = Section with { Halving = 2 };
        var trials = Run(section, 1);

        var promoted = Proposals.Next(section, 40, 30, trials, 1);

        promoted.Select(settings => Settings.Identity(section.Space, settings)).ShouldBe(
            TrialRanking.BestFirst(trials, section.Objectives).Take(4)
                .Select(trial => Settings.Identity(section.Space, trial.Settings)));
    }

    [Fact]
    public void Settings_AreKnownByTheirLongestTraining()
    {
        ImmutableArray<SearchParameter> space = [new("x", ["1", "2"])];
        var one = TrialExamples.None.Add("x", "1");
        var two = TrialExamples.None.Add("x", "2");
        ImmutableArray<Trial> trials =
        [
            TrialExamples.Finished(0, one.Add(Epochs, "9")), TrialExamples.Finished(1, two.Add(Epochs, "9")),
            TrialExamples.Finished(2, one.Add(Epochs, "10")),
        ];

        SuccessiveHalving.BestTrained(trials, space).Select(trial => trial.Number).ShouldBe([1, 2]);
    }

    [Theory]
    [InlineData(SearchMethod.Nsga2, 1)]
    [InlineData(SearchMethod.Nsga2, 2)]
    [InlineData(SearchMethod.Tpe, 2)]
    public void Generation_IsTheSame_WhenLaterOnesAreThere(SearchMethod method, int halving)
    {
        var section = Section with { Method = method, Halving = halving };
        var trials = Run(section, 9);

        var second = Proposals.Next(section, 40, 30, [.. trials.Reverse()], 2);

        second.ShouldBe(trials.Where(trial => trial.Generation == 2).Select(trial => trial.Settings), Same);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void EmptySpace_IsTrainedOnce_ToTheEnd(int halving)
    {
        var trials = Run(Section with { Halving = halving, Space = [] }, 3);

        trials.ShouldHaveSingleItem().Settings.ShouldBeEmpty();
    }

    private static readonly EqualityComparer<ImmutableSortedDictionary<string, string>> Same =
        EqualityComparer<ImmutableSortedDictionary<string, string>>.Create((a, b) => a!.SequenceEqual(b!));

    private static IEnumerable<int> Sizes(IReadOnlyList<Trial> trials) =>
        trials.GroupBy(trial => trial.Generation).Select(generation => generation.Count());

    private static IReadOnlyList<Trial> Run(ExploreSection section, int generations)
    {
        var trials = new List<Trial>();
        for (var generation = 0; generation < generations; generation++)
        {
            foreach (var settings in Proposals.Next(section, 40, 30, [.. trials], generation))
                trials.Add(TrialExamples.Finished(trials.Count, generation, settings, Result(section, settings)));
        }

        return trials;
    }

    private static TrialPoint[] Result(ExploreSection section, ImmutableSortedDictionary<string, string> settings) =>
        section.Space.IsEmpty ? [] : [TwoObjectiveProblem.Evaluate(settings)];
}

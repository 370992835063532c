using System.Collections.Immutable;
using System.Globalization;
using Bitloom.Projects;
using CsCheck;

namespace Bitloom.Exploration.Tests.Sampling;

public sealed class SamplerTests
{
    private const string Seed = "0000KOIPe5h1";

    private static readonly Gen<SearchParameter> AnyParameter = Gen.OneOf(
        Gen.Int[1, 5].Select(count => new SearchParameter("", [.. Enumerable.Range(0, count).Select(Text)])),
        Gen.Select(Gen.Double[0.001, 1], Gen.Double[1, 1000], Gen.Bool).Select(
            (from, width, logarithmic) => new SearchParameter("", [], new(from, from + width, logarithmic))));

    private static readonly Gen<ImmutableArray<SearchParameter>> AnySpace = AnyParameter.Array[1, 4].Select(
        space => space.Select((parameter, i) => parameter with { Key = $"key.{Text(i)}" }).ToImmutableArray());

    private static readonly ImmutableArray<SearchParameter> SmallSpace =
        [new("x", ["1", "2", "3", "4"]), new("y", ["a", "b", "c"])];

    [Theory]
    [InlineData(SearchMethod.Nsga2)]
    [InlineData(SearchMethod.Tpe)]
    [InlineData(SearchMethod.Random)]
    public void Proposals_DependOnTheState_NotOnTheOrderOfItsTrials(SearchMethod method)
    {
        var trials = TwoObjectiveProblem.Search(Samplers.Of(method), 1, 3, 8);
        var state = new SamplerState(TwoObjectiveProblem.Space, TrialExamples.Objectives, trials, 3, 1);

        var proposals = Texts(Samplers.Of(method).Propose(state, 8));

        Texts(Samplers.Of(method).Propose(state, 8)).ShouldBe(proposals);
        Texts(Samplers.Of(method).Propose(state with { Finished = [.. trials.Reverse()] }, 8)).ShouldBe(proposals);
        Texts(Samplers.Of(method).Propose(state with { Seed = 2 }, 8)).ShouldNotBe(proposals);
        Texts(Samplers.Of(method).Propose(state with { Generation = 4 }, 8)).ShouldNotBe(proposals);
    }

    [Theory]
    [InlineData(SearchMethod.Nsga2)]
    [InlineData(SearchMethod.Tpe)]
    [InlineData(SearchMethod.Random)]
    public void Proposals_AreWithinTheSpace_WhateverCameOfEarlierOnes(SearchMethod method)
    {
        Gen.Select(AnySpace, TrialExamples.AnyPoint.Array[0, 2].Array[5], Gen.Int[0, 1000]).Sample(
            (space, results, seed) =>
            {
                var state = new SamplerState(space, TrialExamples.Objectives, [], 0, seed);
                for (var generation = 0; generation < 4; generation++)
                {
                    var proposals = Samplers.Of(method).Propose(state with { Generation = generation }, 5);

                    proposals.Count.ShouldBe(5);
                    proposals.ShouldAllBe(settings => IsLegal(space, settings));
                    state = state with { Finished = [.. state.Finished, .. Results(state, proposals, results)] };
                }
            },
            seed: Seed, iter: 60);
    }

    [Theory]
    [InlineData(SearchMethod.Nsga2)]
    [InlineData(SearchMethod.Tpe)]
    [InlineData(SearchMethod.Random)]
    public void Settings_AreNotRepeated_UntilASpaceOfValuesIsExhausted(SearchMethod method)
    {
        var state = new SamplerState(SmallSpace, TrialExamples.Objectives, [], 0, 7);
        for (var generation = 0; generation < 4; generation++)
        {
            var proposals = Samplers.Of(method).Propose(state with { Generation = generation }, 4);
            state = state with
            {
                Finished = [.. state.Finished, .. Results(state, proposals, [[TrialExamples.Point(1, generation)]])],
            };
        }

        Texts(state.Finished.Take(12).Select(trial => trial.Settings)).ShouldBeUnique();
        state.Finished.Count.ShouldBe(16);
    }

    [Theory]
    [InlineData(SearchMethod.Nsga2)]
    [InlineData(SearchMethod.Tpe)]
    [InlineData(SearchMethod.Random)]
    public void EmptySpace_HasOneSetting_Once(SearchMethod method)
    {
        var state = new SamplerState([], TrialExamples.Objectives, [], 0, 7);

        Samplers.Of(method).Propose(state, 8).ShouldHaveSingleItem().ShouldBeEmpty();
        Samplers.Of(method).Propose(
            state with { Generation = 1, Finished = [TrialExamples.Finished(0, TrialExamples.None)] }, 8)
            .ShouldBeEmpty();
    }

    [Fact]
    public void FirstGeneration_IsALatinHypercube_OfNsga2()
    {
        ImmutableArray<SearchParameter> space = [new("x", ["1", "2", "3", "4"]), new("y", [], new(0, 8, false))];
        var state = new SamplerState(space, TrialExamples.Objectives, [], 0, 7);

        var proposals = new Nsga2Sampler().Propose(state, 8);

        proposals.Select(s => s["x"]).Order().ShouldBe(["1", "1", "2", "2", "3", "3", "4", "4"]);
        proposals.Select(s => (int)(space[1].PositionOf(s["y"]) * 8)).Order().ShouldBe(Enumerable.Range(0, 8));
    }

    private static IEnumerable<Trial> Results(
        SamplerState state, IReadOnlyList<ImmutableSortedDictionary<string, string>> proposals,
        TrialPoint[][] results) =>
        proposals.Select((settings, i) =>
            TrialExamples.Finished(state.Finished.Count + i, settings, results[i % results.Length]));

    private static bool IsLegal(
        ImmutableArray<SearchParameter> space, ImmutableSortedDictionary<string, string> settings) =>
        settings.Count == space.Length && space.All(parameter => IsLegal(parameter, settings[parameter.Key]));

    /// <summary>Texts of a range have four digits, so that its bounds are rounded as well.</summary>
    private static bool IsLegal(SearchParameter parameter, string value) =>
        parameter.Range is not { } range
            ? parameter.Values.Contains(value)
            : double.Parse(value, CultureInfo.InvariantCulture) is var number
                && number >= range.From * 0.9995 && number <= range.To * 1.0005;

    private static List<string> Texts(IEnumerable<ImmutableSortedDictionary<string, string>> proposals) =>
        [.. proposals.Select(settings => string.Join(' ', settings.Select(pair => $"{pair.Key}={pair.Value}")))];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

using Bitloom.Projects;
using CsCheck;

namespace Bitloom.Exploration.Tests.Pareto;

public sealed class ParetoFrontTests
{
    private const string Seed = "0000KOIPe5h1";

    [Fact]
    public void Front_HasNoDominatedMember_AndCoversEveryOther()
    {
        TrialExamples.AnyPoint.Array[0, 30].Sample(
            points =>
            {
                var front = ParetoFront.Of(points, point => point, TrialExamples.Objectives);

                var members = front.Select(Costs).ToList();
                members.ShouldAllBe(member => !points.Any(point => Costs(point).Dominates(member)));
                points.Select(Costs).ShouldAllBe(cost =>
                    members.Any(member => member.Dominates(cost) || member.Equals(cost)));
                members.ShouldBeUnique();
            },
            seed: Seed);
    }

    [Fact]
    public void Front_IsOfDeployablePoints_InWhateverOrderTheTrialsCome()
    {
        TrialExamples.AnyTrials.Sample(
            trials =>
            {
                var front = ParetoFront.Of(trials, TrialExamples.Objectives);

                front.ShouldAllBe(member => member.Point.Excess == 0);
                ParetoFront.Of(trials.Reverse(), TrialExamples.Objectives).ShouldBe(front);
            },
            seed: Seed);
    }

    [Fact]
    public void Front_KeepsTheFirstOfEqualPoints_ByNumberAndIndex()
    {
        var second = TrialExamples.Finished(2, TrialExamples.None, TrialExamples.Point(1, 2));
        var first = TrialExamples.Finished(
            1, TrialExamples.None, TrialExamples.Point(3, 3), TrialExamples.Point(1, 2), TrialExamples.Point(1, 2));

        var front = ParetoFront.Of([second, first], TrialExamples.Objectives);

        front.ShouldBe([new FrontPoint(first, 1)]);
    }

    [Fact]
    public void Front_OfTrialsWithoutPoints_IsEmpty()
    {
        var waiting = new Trial(0, 0, TrialExamples.None, TrialState.Waiting);

        ParetoFront.Of([waiting, TrialExamples.Finished(1, TrialExamples.None)], TrialExamples.Objectives)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Front_TakesAMissingMeasure_AsInfinite()
    {
        var known = TrialExamples.Point(1, 9);
        var missing = known with { Measures = known.Measures.Remove(Measure.Energy) };
        var undefined = known with { Measures = known.Measures.SetItem(Measure.Energy, double.NaN) };

        var front = ParetoFront.Of([missing, undefined, known], point => point, TrialExamples.Objectives);

        front.ShouldBe([known]);
    }

    [Theory]
    [InlineData(0, 9, 0.1, 5, 5, 0, false)]
    [InlineData(5, 5, 0, 0, 0, 0.1, true)]
    [InlineData(9, 9, 0.1, 0, 0, 0.2, true)]
    [InlineData(0, 0, 0.1, 9, 9, 0.1, false)]
    [InlineData(1, 1, 0, 1, 2, 0, true)]
    [InlineData(1, 1, 0, 1, 1, 0, false)]
    [InlineData(1, 2, 0, 2, 1, 0, false)]
    public void Excess_DecidesBeforeObjectives(
        double error, double energy, double excess, double otherError, double otherEnergy, double otherExcess,
        bool expected)
    {
        var one = Costs(TrialExamples.Point(error, energy, excess));
        var other = Costs(TrialExamples.Point(otherError, otherEnergy, otherExcess));

        one.Dominates(other).ShouldBe(expected);
    }

    private static Cost Costs(TrialPoint point) => Cost.Of(point, TrialExamples.Objectives);
}

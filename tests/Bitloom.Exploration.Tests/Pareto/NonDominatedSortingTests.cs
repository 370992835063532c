using CsCheck;

namespace Bitloom.Exploration.Tests.Pareto;

public sealed class NonDominatedSortingTests
{
    [Fact]
    public void Fronts_AreWhatRemainsUndominated_WhenThoseBeforeAreTakenAway()
    {
        TrialExamples.AnyPoint.Array[0, 25].Sample(
            points =>
            {
                List<Cost> costs = [.. points.Select(point => Cost.Of(point, TrialExamples.Objectives))];

                var fronts = NonDominatedSorting.Fronts(costs);

                List<int> left = [.. Enumerable.Range(0, costs.Count)];
                foreach (var front in fronts)
                {
                    front.ShouldBe(left.Where(i => !left.Exists(j => costs[j].Dominates(costs[i]))));
                    left.RemoveAll(front.Contains);
                }

                left.ShouldBeEmpty();
            },
            seed: "0000KOIPe5h1");
    }

    [Fact]
    public void Crowding_IsTheNormalizedBox_AndInfiniteAtTheEnds()
    {
        Cost[] front = [new([4, 0], 0), new([0, 8], 0), new([1, 4], 0), new([2, 2], 0)];

        var distances = CrowdingDistance.Of(front);

        distances.ShouldBe([double.PositiveInfinity, double.PositiveInfinity, 2 / 4.0 + 6 / 8.0, 3 / 4.0 + 4 / 8.0]);
    }

    [Fact]
    public void Crowding_IsANumber_WithUnknownCosts()
    {
        Cost[] front =
        [
            new([0, double.PositiveInfinity], 0), new([1, double.PositiveInfinity], 0), new([2, 5], 0), new([3, 4], 0),
            new([double.PositiveInfinity, double.PositiveInfinity], 0),
        ];

        CrowdingDistance.Of(front).ShouldAllBe(distance => distance >= 0);
    }

    [Fact]
    public void Ranking_OrdersTrials_ByTheirBestPoint()
    {
        var fault = TrialExamples.Finished(0, TrialExamples.None);
        var overLimit = TrialExamples.Finished(1, TrialExamples.None, TrialExamples.Point(0, 0, 0.5));
        var dominated = TrialExamples.Finished(2, TrialExamples.None, TrialExamples.Point(3, 3));
        var crowded = TrialExamples.Finished(3, TrialExamples.None, TrialExamples.Point(2, 2));
        var extreme = TrialExamples.Finished(
            4, TrialExamples.None, TrialExamples.Point(9, 9, 1), TrialExamples.Point(0, 4), TrialExamples.Point(4, 1));

        var ranked = TrialRanking.BestFirst([overLimit, crowded, fault, extreme, dominated], TrialExamples.Objectives);

        ranked.ShouldBe([extreme, crowded, dominated, overLimit, fault]);
    }
}

using System.Collections.Immutable;
using Bitloom.Projects;

namespace Bitloom.Exploration.Tests.Precision;

public sealed class PointChoiceTests
{
    private static readonly ImmutableArray<Measure> Objectives = [Measure.Error, Measure.Latency];

    // Loss and latency; the third is beaten by the first, the last is the equal of the fourth.
    private static readonly PrecisionSolution[] Solutions =
        [Of(0.1, 10), Of(0, 100), Of(0.2, 20), Of(1, 1), Of(0.11, 9.5), Of(1, 1)];

    [Fact]
    public void Front_HasWhatNoOtherOneBeats_TheLeastLossFirst()
    {
        PointChoice.Front(Solutions, Objectives).ShouldBe([Solutions[1], Solutions[0], Solutions[4], Solutions[3]]);
    }

    [Fact]
    public void Front_IsTheLeastLossAlone_WhereNothingElseIsAskedFor()
    {
        PointChoice.Front(Solutions, [Measure.Error, Measure.Loss]).ShouldBe([Solutions[1]]);
    }

    [Fact]
    public void Spread_TakesTheLeastLoss_ThenWhatIsFurthest()
    {
        PointChoice.Spread(Solutions, Objectives, baseLoss: 0.1, count: 3)
            .ShouldBe([Solutions[1], Solutions[3], Solutions[4]]);
    }

    [Fact]
    public void Spread_TakesAll_WhenMoreAreAskedForThanThereAre()
    {
        PointChoice.Spread(Solutions, Objectives, baseLoss: 0.1, count: 9).Length.ShouldBe(4);
        PointChoice.Spread([], Objectives, baseLoss: 0.1, count: 9).ShouldBeEmpty();
    }

    private static PrecisionSolution Of(double loss, double latency) => new(
        ImmutableSortedDictionary<string, int>.Empty, loss, new(new(1, 1, 1), 1, [], _ => throw new NotSupportedException()),
        new(ImmutableSortedDictionary<Measure, double>.Empty.Add(Measure.Latency, latency), 0));
}

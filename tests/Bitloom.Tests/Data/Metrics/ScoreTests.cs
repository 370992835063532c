using System.Collections.Immutable;
using Bitloom.Data;
using CsCheck;

namespace Bitloom.Tests.Data.Metrics;

public sealed class ScoreTests
{
    private static readonly ImmutableArray<RowRange> Two = [new(0, 2), new(2, 4)];

    [Fact]
    public void Exponential_FollowsItsRecursion_AnewInEachRecording()
    {
        ScoreSmoothing.Exponential([4, 8, 2, 0], 0.5).ShouldBe([4f, 6f, 4f, 2f]);
        ScoreSmoothing.Exponential([4, 8, 2, 0], 0.5, Two).ShouldBe([4f, 6f, 2f, 1f]);
        ScoreSmoothing.Exponential([4, 8, 2, 0], 1).ShouldBe([4f, 8f, 2f, 0f]);
    }

    [Fact]
    public void MovingAverage_IsOfThePast_AnewInEachRecording()
    {
        ScoreSmoothing.MovingAverage([4, 8, 3, 1], 2).ShouldBe([4f, 6f, 5.5f, 2f]);
        ScoreSmoothing.MovingAverage([4, 8, 3, 1], 3, Two).ShouldBe([4f, 6f, 3f, 2f]);
        ScoreSmoothing.MovingAverage([4, 8, 3, 1], 1).ShouldBe([4f, 8f, 3f, 1f]);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.5, 2.5)]
    [InlineData(0.9, 3.7)]
    [InlineData(1, 4)]
    public void Quantile_IsBetweenTheOrderStatistics(double quantile, double expected)
    {
        AnomalyThreshold.Quantile([3, 1, 4, 2], quantile).ShouldBe((float)expected, 1e-6f);
    }

    [Fact]
    public void BestF1_SeparatesWhatCanBeSeparated()
    {
        var threshold = AnomalyThreshold.BestF1([0.1f, 0.9f, 0.2f, 0.8f], [false, true, false, true]);

        threshold.ShouldBe(0.2f);
        AnomalyThreshold.Apply([0.1f, 0.9f, 0.2f, 0.8f], threshold).ShouldBe([false, true, false, true]);
    }

    [Fact]
    public void BestF1_CallsEverythingAnomalous_WhenThatIsBest()
    {
        AnomalyThreshold.BestF1([1, 1, 1], [true, false, true]).ShouldBe(float.NegativeInfinity);
        AnomalyThreshold.BestF1([1, 2, 3], [false, false, false]).ShouldBe(3);
    }

    [Fact]
    public void BestF1_IsNotBeatenByAnyThreshold()
    {
        Gen.Select(Gen.Int[0, 8].Array[25], Gen.Bool.Array[25]).Sample((levels, anomalies) =>
        {
            float[] scores = [.. levels.Select(level => (float)level)];
            double F1(float threshold) =>
                DetectionMetrics.PointWise(AnomalyThreshold.Apply(scores, threshold), anomalies).F1;
            var best = F1(AnomalyThreshold.BestF1(scores, anomalies));
            return Enumerable.Range(-1, 10).All(threshold => F1(threshold) <= best + 1e-12);
        }, seed: "0000KOIs1HM5", iter: 300, threads: 1);
    }
}

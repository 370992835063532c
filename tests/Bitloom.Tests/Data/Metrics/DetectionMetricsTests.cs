using System.Collections.Immutable;
using Bitloom.Data;
using CsCheck;

namespace Bitloom.Tests.Data.Metrics;

public sealed class DetectionMetricsTests
{
    [Theory]
    [InlineData("0110", "0011", 0.5, 0.5)]
    [InlineData("0000", "0000", 1, 1)]
    [InlineData("0000", "0011", 0, 0)]
    [InlineData("0011", "0000", 0, 0)]
    [InlineData("1111", "0010", 0.25, 1)]
    public void PointWise_CountsPoints(string alarms, string anomalies, double precision, double recall)
    {
        DetectionMetrics.PointWise(Flags(alarms), Flags(anomalies)).ShouldBe(new DetectionScore(precision, recall));
    }

    [Fact]
    public void F1_IsTheHarmonicMean()
    {
        new DetectionScore(0.25, 1).F1.ShouldBe(0.4, 1e-12);
        new DetectionScore(0, 0).F1.ShouldBe(0);
    }

    [Theory]
    [InlineData("00100000", "01110011", 1, 0.6)]
    [InlineData("10100000", "01110011", 0.75, 0.6)]
    public void PointAdjusted_GivesTheWholeRange_ForOneAlarm(
        string alarms, string anomalies, double precision, double recall)
    {
        DetectionMetrics.PointAdjusted(Flags(alarms), Flags(anomalies)).ShouldBe(new DetectionScore(precision, recall));
    }

    [Theory]
    [InlineData("0010000100", "0111001100", 1, 1)]
    [InlineData("1010000001", "0111001100", 1 / 3.0, 0.5)]
    [InlineData("1110000000", "0111001100", 1, 0.5)]
    public void EventWise_CountsRanges(string alarms, string anomalies, double precision, double recall)
    {
        DetectionMetrics.EventWise(Flags(alarms), Flags(anomalies)).ShouldBe(new DetectionScore(precision, recall));
    }

    /// <summary>
    /// Anomalies at 1-4 and 7-8. Alarms at 2, 4-5 and 9: the first range is covered by 2 points of 4, in two pieces, so
    /// 1/2 x 1/2; the second not at all. Of the alarms, 2 is right, 4-5 by half and 9 not.
    /// </summary>
    [Theory]
    [InlineData(0, 0.125)]
    [InlineData(0.5, 0.3125)]
    [InlineData(1, 0.5)]
    public void RangeBased_IsThatComputedByHand(double existence, double recall)
    {
        var score = DetectionMetrics.RangeBased(
            Flags("0010110001"), Flags("0111100110"), existence: existence);

        score.Precision.ShouldBe(0.5, 1e-12);
        score.Recall.ShouldBe(recall, 1e-12);
    }

    /// <summary>One long alarm over two anomalies: 4 of its 6 points are right, in two pieces.</summary>
    [Fact]
    public void RangeBased_PunishesAnAlarmThatCannotTellTwoAnomaliesApart()
    {
        var score = DetectionMetrics.RangeBased(Flags("11111100"), Flags("11001100"));

        score.ShouldBe(new DetectionScore(1 / 3.0, 1));
    }

    [Fact]
    public void Ranges_EndAtTheBoundsOfARecording()
    {
        ImmutableArray<RowRange> bounds = [new(0, 3), new(3, 6)];

        var joined = DetectionMetrics.EventWise(Flags("001000"), Flags("001110"));
        var apart = DetectionMetrics.EventWise(Flags("001000"), Flags("001110"), bounds);

        joined.Recall.ShouldBe(1);
        apart.Recall.ShouldBe(0.5);
        DetectionMetrics.PointAdjusted(Flags("001000"), Flags("001110"), bounds).Recall.ShouldBe(1 / 3.0);
        DetectionMetrics.RangeBased(Flags("001000"), Flags("001110"), bounds).Recall.ShouldBe(0.5);
    }

    [Fact]
    public void PerfectAlarms_GiveOne_AndNothingLeavesZeroToOne()
    {
        Gen.Select(Gen.Bool.Array[1, 40], Gen.Bool.Array[40]).Sample((anomalies, other) =>
        {
            foreach (var score in All(anomalies, anomalies))
                score.ShouldBe(new DetectionScore(1, 1));
            foreach (var score in All(other.AsSpan(0, anomalies.Length), anomalies))
            {
                score.Precision.ShouldBeInRange(0, 1);
                score.Recall.ShouldBeInRange(0, 1);
                score.F1.ShouldBeInRange(0, 1);
            }
        }, seed: "0000KOIs1HM5", iter: 500, threads: 1);
    }

    [Fact]
    public void PointAdjusted_IsNeverBelowPointWise()
    {
        Gen.Select(Gen.Bool.Array[40], Gen.Bool.Array[40]).Sample(
            (alarms, anomalies) => DetectionMetrics.PointAdjusted(alarms, anomalies).F1
                >= DetectionMetrics.PointWise(alarms, anomalies).F1 - 1e-12,
            seed: "0000KOIs1HM5", iter: 300, threads: 1);
    }

    [Fact]
    public void RangeBased_IsPointWise_WhenEveryRangeIsAPoint()
    {
        var alarms = Flags("0101000101");
        var anomalies = Flags("0100010100");

        DetectionMetrics.RangeBased(alarms, anomalies).ShouldBe(DetectionMetrics.PointWise(alarms, anomalies));
    }

    private static DetectionScore[] All(ReadOnlySpan<bool> alarms, ReadOnlySpan<bool> anomalies) =>
    [
        DetectionMetrics.PointWise(alarms, anomalies), DetectionMetrics.PointAdjusted(alarms, anomalies),
        DetectionMetrics.EventWise(alarms, anomalies), DetectionMetrics.RangeBased(alarms, anomalies),
        DetectionMetrics.RangeBased(alarms, anomalies, existence: 0.5),
    ];

    private static bool[] Flags(string text) => [.. text.Select(c => c == '1')];
}

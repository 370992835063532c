using System.Collections.Immutable;
using Bitloom.Data;
using Bitloom.Ir;
using Bitloom.Pipeline;

namespace Bitloom.Tests.Pipeline;

/// <summary>Four test windows of one output, of which the RTL played the second and the last.</summary>
public sealed class RtlAccuracyTests
{
    // Target units are 10 times the scaled ones; an LSB of the output is 0.5 scaled, 5 in target units.
    private static readonly Tensor Output = new("output", 1, 1, IntegerFormat.S(8), new AffineScale(0.5, 2));
    private static readonly ForecastData Data = MakeData([0, 1, 2, 3]);

    [Fact]
    public void Of_MeasuresBothOnTheWindowsPlayed_InTargetUnits()
    {
        // Windows 1 and 3 have the targets 1 and 3, the integers 4 and 8; the RTL is 3 and 4 LSB off.
        var accuracy = RtlAccuracy.Of(Data, Output, Verified(7, 12), [9, 1.5f, 9, 3]).ShouldNotBeNull();

        accuracy.Windows.ShouldBe(2);
        accuracy.Hardware.ShouldBe(Math.Sqrt((15.0 * 15 + 20 * 20) / 2), 1e-6);
        accuracy.IntegerModel.ShouldBe(Math.Sqrt((5.0 * 5 + 0) / 2), 1e-6);
    }

    [Fact]
    public void Of_MeasuresTheSameForTheSameAnswers_ToTheBit()
    {
        var accuracy = RtlAccuracy.Of(Data, Output, Verified(5, 7), [9, 1.5f, 9, 2.5f]).ShouldNotBeNull();

        accuracy.Hardware.ShouldBe(accuracy.IntegerModel);
        accuracy.Hardware.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Of_IsSilent_WhenTheRtlDidNotAnswerEveryWindow()
    {
        RtlAccuracy.Of(Data, Output, Verified(5), [9, 1.5f, 9, 2.5f]).ShouldBeNull();
    }

    private static VerifiedModel Verified(params ImmutableArray<int> outputs) => new([], [], [1, 3], outputs);

    private static ForecastData MakeData(float[] targets)
    {
        var scaler = new StandardScaler([0], [10]);
        var part = new WindowedDataset(1, 1, 1, new float[targets.Length], targets, targets, new int[targets.Length]);
        return new([], ["x"], ["x"], new WindowSpec(1), part, part, part, scaler, scaler)
        {
            StandardTargets = scaler,
            RelativeTargets = [false],
        };
    }
}

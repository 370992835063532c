using Bitloom.Tensors;

namespace Bitloom.Tests.Tensors;

/// <summary>
/// The gradients of each way to learn a range, against the formulas of the papers as they are printed there.
/// </summary>
public sealed class RangeLearningTests
{
    // Within the range, on its ends, and beyond both of them.
    private static readonly float[] Values = [-40, -2.3f, -1.1f, -0.26f, 0, 0.13f, 0.6f, 1.9f, 2.6f, 40, 3.1f];

    /// <summary>Formats with and without a zero point, at its limits as well.</summary>
    public static TheoryData<int, int, int> Formats { get; } = new()
    {
        { -8, 7, 0 }, { -8, 7, -3 }, { -8, 7, -8 }, { -8, 7, 7 }, { 0, 15, 0 }, { -2, 1, 0 }, { -128, 127, 100 },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public void StepSize_HasTheGradientOfLsqPlus_ForScaleAndOffset(int minimum, int maximum, int zero)
    {
        const float S = 0.25f;
        var beta = -S * zero;
        var grid = new QuantizationGrid(minimum, maximum, S, zero, RangeLearning.StepSize);

        Backward(grid, scale: true, offset: true);

        // Esser et al. 2020, equations 1 to 3 and section 2.2, of x - beta; Bhalgat et al. 2020 for beta.
        var g = 1 / Math.Sqrt((double)Values.Length * maximum);
        var (step, offset) = (0.0, 0.0);
        foreach (var x in Values)
        {
            var v = (x - beta) / S;
            var rounded = Math.Floor(v + 0.5);
            var upstream = Upstream(S * (Math.Clamp(rounded, minimum, maximum)) + beta);
            step += upstream * (rounded < minimum ? minimum : rounded > maximum ? maximum : rounded - v);
            offset += upstream * (rounded < minimum || rounded > maximum ? 1 : 0);
        }

        ((double)grid.Range.Gradient![0]).ShouldBe(g * step, 1e-4 * Math.Abs(g * step) + 1e-6);
        ((double)grid.Offset.Gradient![0]).ShouldBe(g * offset, 1e-4 * Math.Abs(g * offset) + 1e-6);
    }

    [Fact]
    public void Clipping_HasTheGradientOfPact_ForARelu()
    {
        // 4 bits, alpha = 3: y = round(clip(x, 0, alpha) 15 / alpha) alpha / 15 (Choi et al. 2018, equations 1 to 3).
        var grid = new QuantizationGrid(0, 15, 0.2, 0, RangeLearning.Clipping);

        Backward(grid, scale: true, offset: true);

        grid.Range.Values[0].ShouldBe(3, 1e-6f);
        var expected = Values.Sum(x => x >= 3.1f ? Upstream(3) : 0);
        ((double)grid.Range.Gradient![0]).ShouldBe(expected, 1e-5);
        grid.Offset.Gradient![0].ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Clipping_MovesBothEndsInProportion_WhereTheyClip(int minimum, int maximum, int zero)
    {
        var grid = new QuantizationGrid(minimum, maximum, 0.25, zero, RangeLearning.Clipping);

        Backward(grid, scale: true, offset: true);

        var (low, high) = (0.25 * (minimum - zero), 0.25 * (maximum - zero));
        var alpha = (double)grid.Range.Values[0];
        var expected = Values.Sum(x =>
            Math.Floor(x / 0.25 + zero + 0.5) < minimum ? Upstream(low) * low / alpha
            : Math.Floor(x / 0.25 + zero + 0.5) > maximum ? Upstream(high) * high / alpha : 0);
        alpha.ShouldBe(0.25 * Math.Max(maximum - zero, zero - minimum - 1), 1e-6);
        ((double)grid.Range.Gradient![0]).ShouldBe(expected, 1e-4 * Math.Abs(expected) + 1e-6);
    }

    [Fact]
    public void Clipping_PullsTheLevelDown_ByItsDecay()
    {
        var grid = new QuantizationGrid(0, 15, 20, 0, RangeLearning.Clipping) { Decay = 0.01f };

        grid.SetTrainable(scale: true, zeroPoint: false);
        grid.AddDecay();

        grid.Range.Gradient![0].ShouldBe(0.01f * 300, 1e-5f);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void LogFactor_HasTheGradientOfTheStep_TimesTheScale(int minimum, int maximum, int zero)
    {
        var grid = new QuantizationGrid(minimum, maximum, 0.25, zero);

        Backward(grid, scale: true, offset: true);

        var (log, offset) = (0.0, 0.0);
        foreach (var x in Values)
        {
            var v = x / 0.25 + zero;
            var q = Math.Clamp(Math.Floor(v + 0.5), minimum, maximum);
            var (upstream, clamped) = (Upstream(0.25 * (q - zero)), q != Math.Floor(v + 0.5));
            log += 0.25 * upstream * (clamped ? q - zero : q - v);
            offset += clamped ? -0.25 * upstream : 0;
        }

        ((double)grid.Range.Gradient![0]).ShouldBe(log, 1e-4 * Math.Abs(log) + 1e-6);
        ((double)grid.Offset.Gradient![0]).ShouldBe(offset, 1e-4 * Math.Abs(offset) + 1e-6);
    }

    [Theory]
    [InlineData(RangeLearning.LogFactor, 1)]
    [InlineData(RangeLearning.StepSize, 0.0778498944)]
    [InlineData(RangeLearning.Clipping, 1)]
    public void Range_GradientMatchesDifferences_WhereEveryValueIsClippedAndNoIntegerMoves(
        RangeLearning learning, double factor)
    {
        // With all integers held, y = scale (q - Z) is linear in what is learned: 1 / sqrt(11 * 15) is LSQ's own factor.
        var grid = new QuantizationGrid(0, 15, 0.01, 0, learning);
        grid.SetTrainable(scale: true, zeroPoint: false);
        var x = FloatTensor.Constant(TensorShape.Row(11), [.. Values.Select(v => 1 + Math.Abs(v))]);
        var tape = new Tape();
        tape.Backward(tape.MeanSquaredError(tape.FakeQuantize(x, grid), tape.Input(x.Shape, new float[11])));
        var start = grid.Range.Values[0];

        var difference = (LossAt(start * 1.01f + 0.001f) - LossAt(start * 0.99f - 0.001f)) / (0.02 * start + 0.002);

        ((double)grid.Range.Gradient![0]).ShouldBe(factor * difference, 1e-3 * Math.Abs(difference));

        double LossAt(float value)
        {
            grid.Range.Values[0] = value;
            var evaluation = new Tape { Recording = false };
            return evaluation.MeanSquaredError(
                evaluation.FakeQuantize(x, grid), evaluation.Input(x.Shape, new float[11])).Values[0];
        }
    }

    [Theory]
    [InlineData(RangeLearning.Fixed)]
    [InlineData(RangeLearning.LogFactor)]
    [InlineData(RangeLearning.StepSize)]
    [InlineData(RangeLearning.Clipping)]
    public void Grid_StartsAsItWasGiven_HoweverItLearns(RangeLearning learning)
    {
        var grid = new QuantizationGrid(-8, 7, 0.3, -5, learning);

        grid.Scale.ShouldBe(0.3, 1e-7);
        grid.IntegerZeroPoint.ShouldBe(-5);
        grid.Range.NeedsGradient.ShouldBeFalse();
        grid.SetTrainable(scale: true, zeroPoint: true);
        grid.Range.NeedsGradient.ShouldBe(learning != RangeLearning.Fixed);
        grid.Offset.NeedsGradient.ShouldBe(learning is RangeLearning.LogFactor or RangeLearning.StepSize);
    }

    [Theory]
    [InlineData(RangeLearning.LogFactor, 1000, 7)]
    [InlineData(RangeLearning.LogFactor, -1000, -8)]
    [InlineData(RangeLearning.StepSize, -1000, 7)]
    [InlineData(RangeLearning.StepSize, 1000, -8)]
    public void Limit_KeepsTheZeroPointOnTheGrid(RangeLearning learning, float offset, int expected)
    {
        var grid = new QuantizationGrid(-8, 7, 0.5, 1, learning);
        grid.Offset.Values[0] = offset;

        grid.Limit();

        grid.IntegerZeroPoint.ShouldBe(expected);
        Math.Abs(grid.Offset.Values[0]).ShouldBeLessThan(9);
    }

    [Theory]
    [InlineData(RangeLearning.StepSize)]
    [InlineData(RangeLearning.Clipping)]
    public void Limit_KeepsScalesPositive(RangeLearning learning)
    {
        var grid = new QuantizationGrid(-8, 7, 0.5, 1, learning);
        var columns = new ColumnGrid(7, [0.5, 0.25], learning);
        grid.Range.Values[0] = -1;
        columns.Ranges.Values[1] = -1;

        grid.Limit();
        columns.LimitScales();

        grid.Scale.ShouldBe(0.0005, 1e-6);
        columns.Scales().ShouldBe([0.5, 0.00025], 1e-6);
    }

    private static double Upstream(double y) => 2 * (y - 1) / Values.Length;

    // The loss is the mean of (y - 1)^2.
    private static void Backward(QuantizationGrid grid, bool scale, bool offset)
    {
        grid.SetTrainable(scale, offset);
        var x = FloatTensor.Constant(TensorShape.Row(Values.Length), Values);
        var target = Enumerable.Repeat(1f, Values.Length).ToArray();
        var tape = new Tape();
        tape.Backward(tape.MeanSquaredError(tape.FakeQuantize(x, grid), tape.Input(x.Shape, target)));
    }
}

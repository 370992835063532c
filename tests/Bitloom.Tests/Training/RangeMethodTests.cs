using Bitloom.Training;

namespace Bitloom.Tests.Training;

public sealed class RangeMethodTests
{
    private static readonly TensorRule Affine = new(Signed: true, Affine: true, Unit: false);
    private static readonly TensorRule Unsigned = new(Signed: false, Affine: false, Unit: false);

    [Fact]
    public void MovingAverage_WeighsBatches_AsTheFormulaDoes()
    {
        // 17 windows of two values are 16 batches, the first of windows 0 and 16.
        float[] values = [.. Enumerable.Range(0, 17).SelectMany(i => new[] { -1f - i, 2f * i })];

        var (low, high) = RangeMethods.MovingAverage(values, windows: 17);

        var (expectedLow, expectedHigh) = (-17.0, 32.0);
        for (var batch = 1; batch < 16; batch++)
            (expectedLow, expectedHigh) = (0.9 * expectedLow + 0.1 * (-1 - batch), 0.9 * expectedHigh + 0.1 * 2 * batch);
        low.ShouldBe(expectedLow, 1e-9);
        high.ShouldBe(expectedHigh, 1e-9);
    }

    [Theory]
    [InlineData(1, 0, 100)]
    [InlineData(0.99, 1, 99)]
    [InlineData(0.5, 50, 50)]
    public void Quantiles_AreTheNearestRanks(double share, double low, double high)
    {
        float[] values = [.. Enumerable.Range(0, 101).Select(i => (float)(i * 37 % 101))];

        RangeMethods.Quantiles(values, share).ShouldBe((low, high));
    }

    [Fact]
    public void Activation_SpansThePercentile_WithAnIntegerThatMeansZero()
    {
        var recipe = new QuantizationRecipe { Ranges = RangeMethod.Percentile, Percentile = 99 };
        float[] values = [.. Enumerable.Range(0, 101).Select(i => i * 0.1f - 3), 1000];

        var grid = RangeMethods.Activation(recipe, values, windows: 1, bits: 8, Affine);

        (grid.Scale * 255).ShouldBe(9.9, 1e-5);
        (grid.Scale * (grid.Maximum - grid.IntegerZeroPoint)).ShouldBe(7, 0.03);
    }

    [Theory]
    [InlineData(RangeMethod.MovingAverage)]
    [InlineData(RangeMethod.Percentile)]
    [InlineData(RangeMethod.MeanSquaredError)]
    public void Activation_IsAPositiveScale_ForValuesThatAreAllZero(RangeMethod method)
    {
        var grid = RangeMethods.Activation(
            new QuantizationRecipe { Ranges = method }, new float[20], windows: 4, bits: 4, Unsigned);

        grid.Scale.ShouldBeGreaterThan(0);
        grid.IntegerZeroPoint.ShouldBe(0);
    }

    [Theory]
    [InlineData(RangeMethod.MovingAverage, 2.0 / 7)]
    [InlineData(RangeMethod.Percentile, 1.0 / 7)]
    public void Weight_ScalesToItsLargest_OrToThePercentileOfMagnitudes(RangeMethod method, double expected)
    {
        var recipe = new QuantizationRecipe { Ranges = method, Percentile = 75 };

        RangeMethods.Weight(recipe, [0.5f, -2, 0.25f, -1, 0.125f], limit: 7).ShouldBe(expected, 1e-9);
    }

    [Fact]
    public void PerTensor_GivesEveryColumnTheSameScale()
    {
        var model = new EncoderModel(SineProblem.Shape(), 1);
        var recipe = new QuantizationRecipe { Weights = WeightGranularity.PerTensor };

        var one = FakeQuantizedEncoder.Calibrate(model, PrecisionPlan.Uniform(4), SineProblem.Training, recipe);
        var each = FakeQuantizedEncoder.Calibrate(model, PrecisionPlan.Uniform(4), SineProblem.Training);

        one.Snapshot().WeightMatrices["layer0.hidden.weight"].Scales.Distinct().ShouldHaveSingleItem();
        each.Snapshot().WeightMatrices["layer0.hidden.weight"].Scales.Distinct().Count().ShouldBeGreaterThan(8);
    }
}

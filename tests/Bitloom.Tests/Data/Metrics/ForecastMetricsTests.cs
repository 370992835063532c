using Bitloom.Data;

namespace Bitloom.Tests.Data.Metrics;

public sealed class ForecastMetricsTests
{
    [Fact]
    public void Metrics_AreThoseComputedByHand()
    {
        var metrics = ForecastMetrics.Between([1f, 2f, 3f, 8f], [1f, 2f, 6f, 3f], naiveScale: 4);

        metrics.Mse.ShouldBe(34 / 4.0, 1e-12);
        metrics.Rmse.ShouldBe(Math.Sqrt(8.5), 1e-12);
        metrics.Mae.ShouldBe(2);
        metrics.R2.ShouldBe(1 - 34 / 14.0, 1e-12);
        metrics.Mase.ShouldBe(0.5);
    }

    [Fact]
    public void PerfectForecast_HasNoError_AndAnR2OfOne()
    {
        ForecastMetrics.Between([1f, 5f], [1f, 5f], 1).ShouldBe(new ForecastMetrics(0, 0, 1, 0));
    }

    [Fact]
    public void MeanForecast_HasAnR2OfZero()
    {
        ForecastMetrics.Between([3f, 3f, 3f], [1f, 3f, 5f]).R2.ShouldBe(0, 1e-12);
    }

    [Theory]
    [InlineData(7f, 1)]
    [InlineData(8f, 0)]
    public void R2_OfWhatDoesNotVary_IsOneOrZero(float forecast, double expected)
    {
        ForecastMetrics.Between([forecast, forecast], [7f, 7f]).R2.ShouldBe(expected);
    }

    [Theory]
    [InlineData(1, 11 / 4.0)]
    [InlineData(2, 11 / 3.0)]
    [InlineData(5, double.NaN)]
    public void NaiveScale_IsTheMeanStepOverAPeriod(int period, double expected)
    {
        ForecastMetrics.NaiveScale([1, 2, 4, 6, 0], period).ShouldBe(expected);
    }

    [Fact]
    public void NaiveScale_LeavesOutMissingValues()
    {
        ForecastMetrics.NaiveScale([1, 3, double.NaN, 4, 5], 1).ShouldBe(1.5);
    }
}

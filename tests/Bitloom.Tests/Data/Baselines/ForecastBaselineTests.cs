using System.Globalization;
using Bitloom.Data;

namespace Bitloom.Tests.Data.Baselines;

public sealed class ForecastBaselineTests
{
    [Fact]
    public void SeasonalNaive_IsPerfect_OnAPeriodicSeries()
    {
        var data = Periodic(new WindowSpec(3, 2, 8));

        var forecast = SeasonalNaive.Forecast(data, data.Test, data.Series[0], 5);

        ForecastMetrics.Between(forecast, data.ToTargetUnits(data.Test, data.Test.Targets)).Mae.ShouldBe(0, 1e-5);
    }

    [Fact]
    public void SeasonalNaive_NeverLooksBehindTheWindow()
    {
        var data = Reading.Read(Reading.Ramp(100), o => o with { Window = new(2, 1, 3) }).Value.ShouldNotBeNull();

        var forecast = SeasonalNaive.Forecast(data, data.Test, data.Series[0], 2);

        var last = data.Test.LastTargets[0];
        forecast.Take(3).ShouldBe([last - 10, last, last - 10]);
    }

    [Fact]
    public void SeasonalNaive_IsTheLastValue_WhereThePeriodReachesBehindAGap()
    {
        var data = Periodic(new WindowSpec(3));

        var forecast = SeasonalNaive.Forecast(data, data.Train, data.Series[0], 1000);

        forecast.ShouldBe(data.NaiveForecast(data.Train));
    }

    [Fact]
    public void Period_IsFoundInTheTrainingRows()
    {
        SeasonalNaive.PeriodOf(Periodic(new WindowSpec(3)), 20).ShouldBe(5);
    }

    [Fact]
    public void Period_OfANoise_IsNotFound()
    {
        double[] noise = [.. Enumerable.Range(0, 300).Select(i => (double)(i * 7919 % 10007 * (long)i % 1009))];

        SeasonalPeriod.Find(noise, 50).ShouldBeNull();
        SeasonalPeriod.Find(new double[50], 20).ShouldBeNull();
        SeasonalPeriod.Find([1], 20).ShouldBeNull();
    }

    [Fact]
    public void LinearForecast_IsExact_OnALinearRecursion()
    {
        var data = Periodic(new WindowSpec(6), period: 12);

        var forecast = LinearForecast.Fit(data.Train, 1e-9).Forecast(data.Test);

        data.Error(forecast, data.Test.Targets).Rmse.ShouldBeLessThan(1e-3);
    }

    /// <summary>Inputs -1 and 1, targets 1 and 3: slope sum xy / (sum xx + ridge n) = 2 / (2 + 2), mean 2.</summary>
    [Fact]
    public void Ridge_ShrinksTheSlope_NotTheIntercept()
    {
        var train = new WindowedDataset(1, 1, 1, [-1, 1], [1, 3], [], [0, 1]);

        var fit = LinearForecast.Fit(train, 1);

        fit.Weights.ShouldBe([0.5], 1e-12);
        fit.Forecast(train with { Inputs = [0, 2] }).ShouldBe([2f, 3f]);
    }

    private static ForecastData Periodic(WindowSpec window, int period = 5) => Reading.Read(
        "x,y\n" + string.Concat(Enumerable.Range(0, 200).Select(row => string.Create(CultureInfo.InvariantCulture,
            $"{Math.Sin(2 * Math.PI * row / period):R},{Math.Sin(2 * Math.PI * row / period):R}\n"))),
        o => o with { Window = window }).Value.ShouldNotBeNull();
}

using System.Collections.Immutable;

namespace Bitloom.Reporting;

/// <summary>A stretch of the test split as it was and as the integer model forecasts it.</summary>
/// <param name="BandShare">
/// The share of the validation windows whose errors the band of each series holds: 0.9 is from the 5th to the 95th
/// percentile.
/// </param>
/// <param name="Series">The first targets, each at its first step.</param>
public sealed record ForecastSection(double BandShare, ImmutableArray<ForecastSeries> Series);

/// <summary>One target, in its own unit; the lists are of one length, some hundreds at most.</summary>
/// <param name="BandLow">What is added to a forecast for the lower end of its error band.</param>
/// <param name="BandHigh">The same for the upper end.</param>
/// <param name="Covered">The share of all test windows whose truth is inside the band.</param>
/// <param name="Rows">The row of the data file, from 0, that is forecast.</param>
/// <param name="Truth">What it says.</param>
/// <param name="Forecast">What the integer model says.</param>
public sealed record ForecastSeries(
    string Target,
    double BandLow,
    double BandHigh,
    double Covered,
    ImmutableArray<int> Rows,
    ImmutableArray<double> Truth,
    ImmutableArray<double> Forecast)
{
    /// <summary>The times of the rows, as the file has them; empty without a time column.</summary>
    public ImmutableArray<string> Times { get; init; } = [];
}

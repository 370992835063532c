namespace Bitloom.Reporting;

/// <summary>Warns when errors on the test split are much larger than those that the error band was made of.</summary>
public sealed class ErrorBandRule : IFindingRule
{
    /// <summary>How much less than it should the band may hold.</summary>
    public const double Tolerance = 0.1;

    /// <inheritdoc/>
    public string Name => "errorBand";

    /// <inheritdoc/>
    public IEnumerable<Finding> Apply(Report report) => report.Forecast is not { } forecast
        ? []
        : forecast.Series
            .Where(series => series.Covered < forecast.BandShare - Tolerance)
            .Select(series => new Finding(
                FindingLevel.Warning, Name,
                $"The band that holds {NumberText.Percent(forecast.BandShare)} of the errors of {series.Target} on the "
                    + $"validation split holds {NumberText.Percent(series.Covered)} on the test split: the later data are "
                    + "not like the earlier ones."));
}

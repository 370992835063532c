using System.Collections.Immutable;
using Bitloom.Diagnostics;

namespace Bitloom.Data;

/// <summary>From data files to scaled windows, or to everything that is wrong with the files.</summary>
public static class ForecastDataReader
{
    /// <summary>
    /// Reads the file or files, divides the rows by time into training, validation and test, fits the scalers on the
    /// training rows and cuts the windows. A window is in a part only when all its rows are, its targets' included.
    /// </summary>
    public static Checked<ForecastData> Read(DataOptions options)
    {
        var bag = new DiagnosticBag();
        var series = SeriesReader.Read(options, options.File, bag);
        var test = options.TestFile is { } file ? SeriesReader.Read(options, file, bag) : series;
        if (series is null || test is null || bag.HasErrors)
            return Checked.Failure<ForecastData>(bag.ToList());
        var data = Build(options, series, test, bag);
        return bag.HasErrors
            ? Checked.Failure<ForecastData>(bag.ToList())
            : Checked.Success(data, bag.ToList());
    }

    private static ForecastData Build(DataOptions options, TimeSeries series, TimeSeries test, DiagnosticBag bag)
    {
        var ownTest = !ReferenceEquals(series, test);
        var parts = ChronologicalSplit.Divide(options.Split, series.Rows, ownTest ? test.Rows : null);
        var standard = FitScaler(series, parts.Train, options.Targets);
        DataChecks.ReportConstants(options, series, parts.Train, bag);
        var scalers = WindowScalers.Fit(
            options, series, parts.Train, FitScaler(series, parts.Train, options.Features), standard);
        var builder = new WindowBuilder(scalers.Options, scalers.Features, scalers.Targets);
        var data = new ForecastData(
            ownTest ? [series, test] : [series],
            options.Features, options.Targets, options.Window,
            Part(series, parts.Train), Part(series, parts.Validation), Part(test, parts.Test),
            scalers.Features, scalers.Targets)
        {
            StandardTargets = standard,
            Reference = scalers.Options.Reference,
            RelativeTargets = [.. options.Targets.Select((_, target) => scalers.Options.IsRelative(target))],
        };
        DataChecks.ReportPart("training", data.Train, series, parts.Train, options, bag);
        DataChecks.ReportPart("validation", data.Validation, series, parts.Validation, options, bag);
        DataChecks.ReportPart("test", data.Test, test, parts.Test, options, bag);
        return data;

        WindowedDataset Part(TimeSeries from, RowRange rows) =>
            WindowedDatasets.Patch(builder.Build(from, rows), options.Patch);
    }

    private static StandardScaler FitScaler(TimeSeries series, RowRange part, ImmutableArray<string> columns) =>
        StandardScaler.Fit(columns.Select(name => DataChecks.MeasuredValues(series, part, name)));
}

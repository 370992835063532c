namespace Bitloom.Data;

/// <summary>What a window holds: counted from what, and scaled by what.</summary>
/// <param name="Options">Those of the data, with the reference that was chosen.</param>
internal sealed record WindowScalers(DataOptions Options, StandardScaler Features, StandardScaler Targets)
{
    /// <summary>
    /// Columns that are counted from a last value are not shifted, and their deviation is the root mean square of what is
    /// left of them in the windows of the training part; the others are scaled as they are given.
    /// </summary>
    public static WindowScalers Fit(
        DataOptions options, TimeSeries series, RowRange train, StandardScaler features, StandardScaler targets)
    {
        if (options.Reference == WindowReference.Mean)
            return new(options, features, targets);
        var relative = options.Reference == WindowReference.Automatic
            ? options with { Reference = WindowReference.LastTarget }
            : options;
        var windows = new WindowBuilder(
            relative, StandardScaler.Identity(features.Columns), StandardScaler.Identity(targets.Columns))
            .Build(series, train);
        var left = Left(relative, windows, targets);
        if (options.Reference == WindowReference.Automatic && Mean(left, targets) >= 1)
            return new(options with { Reference = WindowReference.Mean }, features, targets);
        return new(relative, relative.Reference == WindowReference.LastRow ? Left(windows, features.Columns) : features, left);
    }

    /// <summary>The deviations of what is left over those of the whole targets: their mean.</summary>
    private static double Mean(StandardScaler left, StandardScaler targets) =>
        left.Deviation.Zip(targets.Deviation, (part, whole) => part / whole).Average();

    private static StandardScaler Left(DataOptions options, WindowedDataset windows, StandardScaler targets) => new(
        [.. targets.Mean.Select((mean, target) => options.IsRelative(target) ? 0 : mean)],
        [.. targets.Deviation.Select((deviation, target) => options.IsRelative(target)
            ? RootMeanSquare(windows.Targets, target, targets.Columns)
            : deviation)]);

    private static StandardScaler Left(WindowedDataset windows, int features) => new(
        [.. Enumerable.Repeat(0.0, features)],
        [.. Enumerable.Range(0, features).Select(column => RootMeanSquare(windows.Inputs, column, features))]);

    private static double RootMeanSquare(float[] values, int column, int columns)
    {
        var sum = 0.0;
        for (var i = column; i < values.Length; i += columns)
            sum += (double)values[i] * values[i];
        return sum > 0 ? Math.Sqrt(sum * columns / values.Length) : 1;
    }
}

using System.Collections.Immutable;

namespace Bitloom.Data;

/// <summary>
/// z = (x - mean) / deviation, a column each; the deviation is the population's, and 1 for a column that is constant.
/// </summary>
public sealed record StandardScaler(ImmutableArray<double> Mean, ImmutableArray<double> Deviation)
{
    /// <summary>Number of columns.</summary>
    public int Columns => Mean.Length;

    /// <summary>The scaler of columns, each given as its values.</summary>
    public static StandardScaler Fit(IEnumerable<double[]> columns)
    {
        var pairs = columns.Select(Moments).ToArray();
        return new StandardScaler([.. pairs.Select(p => p.Mean)], [.. pairs.Select(p => p.Deviation)]);
    }

    /// <summary>The scale of each column, by name.</summary>
    public ImmutableArray<ColumnScale> Scales(ImmutableArray<string> names, Func<int, bool> fromLastValue) =>
        [.. names.Select((name, column) => new ColumnScale(name, Mean[column], Deviation[column], fromLastValue(column)))];

    /// <summary>The scaler that leaves every value as it is.</summary>
    public static StandardScaler Identity(int columns) =>
        new([.. Enumerable.Repeat(0.0, columns)], [.. Enumerable.Repeat(1.0, columns)]);

    /// <summary>A value of a column in deviations from the mean.</summary>
    public float Scale(double value, int column) => (float)((value - Mean[column]) / Deviation[column]);

    /// <summary>A scaled value in the column's own unit.</summary>
    public double Restore(float value, int column) => value * Deviation[column] + Mean[column];

    private static (double Mean, double Deviation) Moments(double[] values)
    {
        if (values.Length == 0)
            return (0, 1);
        var mean = values.Average();
        var constant = Array.TrueForAll(values, value => value.Equals(values[0]));
        return constant ? (values[0], 1) : (mean, Math.Sqrt(values.Average(v => (v - mean) * (v - mean))));
    }
}

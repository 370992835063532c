namespace Bitloom.Data;

/// <summary>Cuts windows out of a part of a series.</summary>
internal sealed class WindowBuilder(DataOptions options, StandardScaler features, StandardScaler targets)
{
    /// <summary>Rows from the beginning of a window to that of the next.</summary>
    public int Stride { get; init; } = 1;

    /// <summary>Every window at the stride whose rows, from first input to last target, are unbroken and in the
    /// part.</summary>
    public WindowedDataset Build(TimeSeries series, RowRange part)
    {
        var spec = options.Window;
        int[] last = [.. Enumerable.Range(part.Start, part.Count)
            .Where(row => (row - part.Start - spec.Window + 1) % Stride == 0 && IsWindow(series, part, spec, row))];
        var dataset = new WindowedDataset(spec.Window, options.Features.Length, options.Outputs,
            new float[last.Length * spec.Window * options.Features.Length], new float[last.Length * options.Outputs],
            new float[last.Length * options.Targets.Length], last);
        FillInputs(series, dataset);
        FillTargets(series, dataset);
        return dataset;
    }

    /// <summary>
    /// The last input row and the targets must be measured: a filled-in value is drawn towards the value after it, so
    /// that such a window would see its own target.
    /// </summary>
    private static bool IsWindow(TimeSeries series, RowRange part, WindowSpec spec, int last)
    {
        var first = last - spec.Window + 1;
        var end = last + spec.Reach;
        return first >= part.Start && end < part.End
            && series.Segments[first] >= 0 && series.Segments[first] == series.Segments[end]
            && series.Measured[last] && !series.Measured.AsSpan(last + spec.Horizon, spec.Steps).Contains(false);
    }

    private void FillInputs(TimeSeries series, WindowedDataset dataset)
    {
        var places = options.Features.Select(series.IndexOf).ToArray();
        var relative = options.Reference == WindowReference.LastRow;
        var index = 0;
        foreach (var last in dataset.LastRows)
        {
            for (var row = last - dataset.Window + 1; row <= last; row++)
            {
                for (var f = 0; f < places.Length; f++)
                {
                    var reference = relative ? series[last, places[f]] : 0;
                    dataset.Inputs[index++] = features.Scale(series[row, places[f]] - reference, f);
                }
            }
        }
    }

    private void FillTargets(TimeSeries series, WindowedDataset dataset)
    {
        var places = options.Targets.Select(series.IndexOf).ToArray();
        for (var w = 0; w < dataset.Count; w++)
        {
            var last = dataset.LastRows[w];
            for (var t = 0; t < places.Length; t++)
                dataset.LastTargets[w * places.Length + t] = (float)series[last, places[t]];
            for (var o = 0; o < dataset.Outputs; o++)
            {
                var row = last + options.Window.Horizon + o / places.Length;
                var t = o % places.Length;
                var reference = options.IsRelative(t) ? series[last, places[t]] : 0;
                dataset.Targets[w * dataset.Outputs + o] = targets.Scale(series[row, places[t]] - reference, t);
            }
        }
    }

}

using System.Collections.Immutable;

namespace Bitloom.Data;

/// <summary>Cuts the recordings of a part into windows of tokens, with the class of the recording.</summary>
internal sealed class ClassificationWindows
{
    private readonly WindowBuilder builder;
    private readonly int patch;
    private readonly int samples;
    private readonly ImmutableArray<string> classes;
    private readonly DiagnosticBag bag;

    public ClassificationWindows(ClassificationOptions options, ImmutableArray<string> channels, int samples,
        ImmutableArray<string> classes, StandardScaler scaler, DiagnosticBag bag)
    {
        // A window of no horizon and no targets ends in its own last sample.
        var rules = options.Reading.ForTable("", channels, null) with { Window = new WindowSpec(samples, Horizon: 0) };
        builder = new WindowBuilder(rules, scaler, scaler) { Stride = options.Stride ?? samples };
        (patch, this.samples, this.classes, this.bag) = (options.Patch, samples, classes, bag);
    }

    public ClassificationPart Build(IReadOnlyList<Recording> recordings)
    {
        WindowedDataset[] each = [.. recordings.Select(Cut)];
        if (each.Length == 0)
            each = [builder.Build(new TimeSeries("", [], [], 0, [], []), default)];
        var origins = WindowedDatasets.Origins(each);
        int[] labels = [.. origins.Select(
            origin => classes.IndexOf(recordings[origin].Class!, StringComparer.Ordinal))];
        var windows = WindowedDatasets.Patch(WindowedDatasets.Concatenate(each), patch) with
        {
            Outputs = classes.Length,
            Targets = [.. labels.SelectMany(OneHot)],
        };
        return new ClassificationPart(windows, labels, origins, recordings);
    }

    private IEnumerable<float> OneHot(int label) =>
        Enumerable.Range(0, classes.Length).Select(place => place == label ? 1f : 0f);

    private WindowedDataset Cut(Recording recording)
    {
        var windows = builder.Build(recording.Series, recording.Rows);
        if (windows.Count == 0)
            ReportNoWindow(recording.Series);
        return windows;
    }

    private void ReportNoWindow(TimeSeries series)
    {
        var (found, remedy) = series.Rows < samples
            ? ($"the recording has {Text.Count(series.Rows, "sample")}", "choose a smaller data.windowSamples")
            : series.MissingRows > 0
                ? (Text.Of($"values are missing in {series.MissingRows} of {Text.Count(series.Rows, "sample")}"),
                    "set data.missingPolicy to interpolate, leave out the channel")
                : (Text.Of($"the recording is in {series.SegmentCount} pieces, by gaps in time"),
                    "set data.breakAtGaps to false, choose a smaller data.windowSamples");
        bag.Error("DATA036", series.File, $"there is no window: {found}",
            $"{Text.Count(samples, "sample")} without a gap", $"{remedy}, or remove the recording");
    }
}

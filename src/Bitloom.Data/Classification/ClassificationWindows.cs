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
        int[] labels = [.. origins.Select(origin => classes.IndexOf(recordings[origin].Class!, StringComparer.Ordinal))];
        var windows = WindowedDatasets.Patch(WindowedDatasets.Concatenate(each), patch) with
        {
            Outputs = classes.Length,
            Targets = [.. labels.SelectMany(label => Enumerable.Range(0, classes.Length).Select(c => c == label ? 1f : 0f))],
        };
        return new ClassificationPart(windows, labels, origins, recordings);
    }

    private WindowedDataset Cut(Recording recording)
    {
        var windows = builder.Build(recording.Series, recording.Rows);
        if (windows.Count == 0)
            ReportNoWindow(recording.Series);
        return windows;
    }

    private void ReportNoWindow(TimeSeries series)
    {
        var found = series.Rows < samples
            ? $"there is no window: the recording has {Text.Count(series.Rows, "sample")}"
            : $"there is no window: of {Text.Count(series.Rows, "sample")}, {series.MissingRows} miss a value";
        bag.Error("DATA036", series.File, found, $"{Text.Count(samples, "sample")} without a gap",
            series.Rows < samples
                ? "choose a smaller data.windowSamples, or remove the recording"
                : "set data.missingPolicy to interpolate, leave out the channel, or remove the recording");
    }
}

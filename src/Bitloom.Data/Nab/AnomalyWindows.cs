using System.Text.Json;

namespace Bitloom.Data;

/// <summary>
/// The labels of the Numenta anomaly benchmark: for each data file a list of windows, each from a time to a time, both
/// of them within; or of single times.
/// </summary>
internal sealed class AnomalyWindows
{
    private readonly string file;
    private readonly Dictionary<string, List<(double From, double To)>> windows = new(StringComparer.Ordinal);

    private AnomalyWindows(string file) => this.file = file;

    public static AnomalyWindows? Read(string directory, string file, DiagnosticBag bag) =>
        SourceText.Read(directory, file, bag, "a JSON file") is { } text ? Parse(text, file, bag) : null;

    /// <summary>For each time whether it is in a window of the data file; the key may be the end of the file's
    /// path.</summary>
    public bool[]? Mark(string dataFile, double[] times, DiagnosticBag bag)
    {
        var path = dataFile.Replace('\\', '/');
        var key = windows.Keys.Where(key => path == key || path.EndsWith("/" + key, StringComparison.Ordinal))
            .MaxBy(key => key.Length);
        if (key is not null)
            return [.. times.Select(time => IsIn(windows[key], time))];
        bag.Error("DATA031", file, $"there is no entry for the data file '{dataFile}'",
            "an entry whose name is the end of the file's path",
            "add the entry, an empty list if nothing is anomalous");
        return null;
    }

    private static AnomalyWindows? Parse(string text, string file, DiagnosticBag bag)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return Parse(document.RootElement, file, bag);
        }
        catch (JsonException fault)
        {
            Report(Text.Of($"{file}:{(fault.LineNumber ?? 0) + 1}"), "the text is not JSON", bag);
        }
        catch (InvalidOperationException)
        {
            // A text with half of a surrogate pair, such as "\ud800", parses but cannot be had.
            Report(file, "a text has an escape that is no character", bag);
        }

        return null;
    }

    private static AnomalyWindows? Parse(JsonElement root, string file, DiagnosticBag bag)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            Report(file, "the outermost value is not an object", bag);
            return null;
        }

        var labels = new AnomalyWindows(file);
        foreach (var entry in root.EnumerateObject())
        {
            var spans = entry.Value.ValueKind == JsonValueKind.Array
                ? entry.Value.EnumerateArray().Select(Span).ToArray()
                : [null];
            if (Array.IndexOf(spans, null) is var bad and >= 0)
            {
                var entryName = Text.Shorten(entry.Name);
                Report(file, Text.Of($"entry {bad + 1} of '{entryName}' is neither a time nor a pair of times"), bag);
            }

            labels.windows[entry.Name] = Merged(spans.Select(span => span ?? default));
        }

        return labels;
    }

    /// <summary>The windows in order of time, those that overlap as one.</summary>
    private static List<(double From, double To)> Merged(IEnumerable<(double From, double To)> spans)
    {
        var merged = new List<(double From, double To)>();
        foreach (var span in spans.Order())
        {
            if (merged.Count > 0 && span.From <= merged[^1].To)
                merged[^1] = (merged[^1].From, Math.Max(merged[^1].To, span.To));
            else
                merged.Add(span);
        }

        return merged;
    }

    /// <summary>The window in question is the last that begins at the time or before it.</summary>
    private static bool IsIn(List<(double From, double To)> windows, double time)
    {
        var place = windows.BinarySearch((time, double.PositiveInfinity));
        var last = (place < 0 ? ~place : place) - 1;
        return last >= 0 && time <= windows[last].To;
    }

    private static (double From, double To)? Span(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String)
            return Time(element) is { } time ? (time, time) : null;
        return element.ValueKind == JsonValueKind.Array && element.GetArrayLength() == 2
            && Time(element[0]) is { } from && Time(element[1]) is { } to && from <= to ? (from, to) : null;
    }

    private static double? Time(JsonElement element) =>
        element.ValueKind == JsonValueKind.String && element.GetString() is { } text
            ? TimeFormats.All.Select(format => format.Parse(text)).FirstOrDefault(time => time is not null)
            : null;

    private static void Report(string location, string found, DiagnosticBag bag) =>
        bag.Error("DATA030", location, found,
            "an object with a list of windows, [\"from\", \"to\"], for each data file", "correct the file of labels");
}

namespace Bitloom.Data;

/// <summary>
/// The UCR time series archive of 2018 (Dau et al.): an example a line, its class in the first field, then its samples,
/// separated by tabs; NaN is missing. All examples must have one length.
/// </summary>
internal static class UcrReader
{
    public static RecordingSet? Read(RecordingOptions options, string file, DiagnosticBag bag) =>
        DataFile.ReadStream(options.Directory, file, "a .tsv file", bag, stream => Read(options, file, stream, bag));

    private static RecordingSet? Read(RecordingOptions options, string file, Stream stream, DiagnosticBag bag)
    {
        var lengths = new ExampleLengths(null);
        var examples = new List<Recording>();
        foreach (var line in TextLines.Of(stream))
        {
            if (Example(options, Text.Of($"{file}:{line.Number}"), line.Text, lengths, bag) is { } example)
                examples.Add(example);
        }

        if (examples.Count == 0 && !bag.HasErrors)
            Examples.ReportNone(file, bag);
        return bag.HasErrors ? null : RecordingSet.Of(file, ["value"], examples);
    }

    private static Recording? Example(
        RecordingOptions options, string location, string line, ExampleLengths lengths, DiagnosticBag bag)
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        var label = (tab < 0 ? line : line[..tab]).Trim();
        if (tab < 0 || label.Length == 0)
        {
            bag.Error("DATA019", location, tab < 0 ? "the line has no tab" : "the first field, the class, is empty",
                "a class and its samples, separated by tabs", "give each example its class in the first field");
            return null;
        }

        var samples = new List<double>();
        SampleParser.Append(samples, line.AsSpan(tab + 1), '\t', 2, location, bag);
        lengths.Check(samples.Count, location, bag);
        return Examples.Of(options, location, ["value"], [.. samples], ClassName.Of(label));
    }
}

namespace Bitloom.Data;

/// <summary>
/// The .ts format of the UEA archive and sktime: comments (#), directives (@), after @data an example a line: channels
/// separated by colons, samples by commas, ? is missing; the class is last. Examples have one length and no time
/// stamps.
/// </summary>
internal static class SktimeReader
{
    public static RecordingSet? Read(RecordingOptions options, string file, DiagnosticBag bag) =>
        DataFile.ReadStream(options.Directory, file, "a .ts file", bag, stream => Read(options, file, stream, bag));

    private static RecordingSet? Read(RecordingOptions options, string file, Stream stream, DiagnosticBag bag)
    {
        using var lines = TextLines.Of(stream).Where(line => !line.Text.TrimStart().StartsWith('#')).GetEnumerator();
        if (ReadHeader(file, lines, bag) is not { } header || bag.HasErrors)
            return null;
        var parser = new SktimeExampleParser(header, options, bag);
        var examples = new List<Recording>();
        while (lines.MoveNext())
        {
            if (parser.Parse(lines.Current.Text.Trim(), Text.Of($"{file}:{lines.Current.Number}")) is { } example)
                examples.Add(example);
        }

        if (examples.Count == 0 && !bag.HasErrors)
            Examples.ReportNone(file, bag);
        return bag.HasErrors
            ? null
            : RecordingSet.Of(file, examples[0].Series.Columns, examples, header.Classes ?? []);
    }

    private static SktimeHeader? ReadHeader(string file, IEnumerator<TextLine> lines, DiagnosticBag bag)
    {
        var header = new SktimeHeader();
        while (lines.MoveNext())
        {
            var text = lines.Current.Text.Trim();
            var location = Text.Of($"{file}:{lines.Current.Number}");
            if (text.Equals("@data", StringComparison.OrdinalIgnoreCase))
                return HasClasses(header, location, bag) ? header : null;
            if (!text.StartsWith('@'))
            {
                ReportNoData(location, "an example stands before the line @data", bag);
                return null;
            }

            header = SktimeDirectives.Apply(header, text, location, bag);
        }

        ReportNoData(file, "the file has no line @data", bag);
        return null;
    }

    private static bool HasClasses(SktimeHeader header, string location, DiagnosticBag bag)
    {
        if (header.Classes is { Length: > 0 })
            return true;
        bag.Error("DATA017", location, "the examples have no class", "a directive @classLabel true with the classes",
            "name the classes in the header, or choose a data set for classification");
        return false;
    }

    private static void ReportNoData(string location, string found, DiagnosticBag bag) =>
        bag.Error("DATA016", location, found, "directives, then a line @data, then the examples",
            "put the line @data before the first example");
}

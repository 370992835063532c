using System.Collections.Immutable;

namespace Bitloom.Data;

/// <summary>Reads the examples of a .ts file, and holds them to its header and to the first of them.</summary>
internal sealed class SktimeExampleParser(SktimeHeader header, RecordingOptions options, DiagnosticBag bag)
{
    private readonly ExampleLengths lengths = new(header.Length);
    private readonly HashSet<string> classes = new(header.Classes ?? [], StringComparer.Ordinal);
    private int? dimensions = header.Dimensions;
    private ImmutableArray<string> channels = [];

    public Recording? Parse(string line, string location)
    {
        var end = line.LastIndexOf(':');
        if (!HasDimensions(line.Count(c => c == ':'), location))
            return null;
        var name = ClassName.Of(line[(end + 1)..].Trim());
        if (!classes.Contains(name))
        {
            bag.Error("DATA019", location, $"the example is of the class '{Text.Shorten(name)}'",
                $"one of the classes {Text.List(classes)}", "correct the class, or declare it in the header");
        }

        if (Samples(line[..end], location) is not { } samples)
            return null;
        if (channels.IsEmpty)
            channels = Examples.Channels(dimensions ?? 1);
        return Examples.Of(options, location, channels, samples, name);
    }

    private bool HasDimensions(int found, string location)
    {
        if (found > 0)
            dimensions ??= found;
        if (found > 0 && found == dimensions)
            return true;
        bag.Error("DATA018", location, $"the example has {Text.Count(found, "channel")}",
            $"{Text.Count(dimensions ?? 1, "channel")}, each ended by a colon, and the class",
            "give every example the channels of the header");
        return false;
    }

    /// <summary>Samples x channels, or null when the channels differ in length.</summary>
    private double[]? Samples(string text, string location)
    {
        var each = new List<List<double>>();
        var field = 1;
        foreach (var part in text.Split(':'))
        {
            var samples = new List<double>();
            SampleParser.Append(samples, part, ',', field, location, bag);
            field += samples.Count;
            each.Add(samples);
        }

        var odd = each.FindIndex(samples => samples.Count != each[0].Count);
        if (odd >= 0)
        {
            bag.Error("DATA015", location, Text.Of($"channel {odd + 1} has {Text.Count(each[odd].Count, "sample")}"),
                $"{Text.Count(each[0].Count, "sample")}, as channel 1 has",
                "make all examples of one length, or remove those that differ");
            return null;
        }

        lengths.Check(each[0].Count, location, bag);
        return [.. Enumerable.Range(0, each[0].Count).SelectMany(sample => each.Select(one => one[sample]))];
    }
}

using System.Collections.Immutable;

namespace Bitloom.Data;

/// <summary>Makes recordings of samples that have no times.</summary>
internal static class Examples
{
    public static Recording Of(
        RecordingOptions options, string location, ImmutableArray<string> channels, double[] samples, string? name) =>
        new(SeriesReader.Build(location, channels, samples, null, MissingRule.Of(options)), name);

    public static ImmutableArray<string> Channels(int count) =>
        [.. Enumerable.Range(1, count).Select(channel => Text.Of($"channel {channel}"))];

    public static void ReportNone(string file, DiagnosticBag bag) =>
        bag.Error("DATA013", file, "the file holds no example", "at least one example with its class",
            "name a file that holds data");
}

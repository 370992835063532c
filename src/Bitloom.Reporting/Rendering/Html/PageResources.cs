using System.Collections.Immutable;
using System.Reflection;

namespace Bitloom.Reporting;

/// <summary>The parts of the page that are the same in every report: style, scripts, and the chart library.</summary>
internal static class PageResources
{
    // In the order in which they refer to each other.
    private static readonly ImmutableArray<string> Styles = ["base.css", "hero.css", "content.css"];
    private static readonly ImmutableArray<string> Scripts =
    [
        "theme.js", "format.js", "axes.js", "forecast.js", "classes.js", "detection.js", "accuracy.js", "training.js",
        "quantization.js", "spans.js", "timeline.js", "memory.js", "resources.js", "power.js",
        "main.js",
    ];

    /// <summary>The style sheet.</summary>
    public static string Style { get; } = Joined("page", Styles);

    /// <summary>What makes charts of a report's numbers.</summary>
    public static string Script { get; } = Joined("page", Scripts);

    /// <summary>The chart library (Html/Library).</summary>
    public static string Library { get; } = Read("library/echarts.min.js");

    /// <summary>The terms of the chart library and of all that is in it.</summary>
    public static string LibraryLicense { get; } = Read("library/echarts.LICENSE.txt");

    private static string Joined(string folder, ImmutableArray<string> names) =>
        string.Concat(names.Select(name => Read($"{folder}/{name}")));

    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

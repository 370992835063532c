using System.Collections.Immutable;
using Bitloom.Data;
using Bitloom.Estimation.Yaml;

namespace Bitloom.Projects;

/// <summary>Keys of the section <c>data</c> that say how files are read, whatever the task.</summary>
internal static class RecordingKeys
{
    public static readonly (string, MissingPolicy)[] Policies =
        [("gap", MissingPolicy.Gap), ("interpolate", MissingPolicy.Interpolate)];

    public static readonly (string, char?)[] Separators =
        [(",", ','), (";", ';'), ("tab", '\t'), ("|", '|')];

    public static readonly (string, char?)[] Decimals = [(".", '.'), (",", ',')];

    /// <summary>How recordings are read; those of <paramref name="anomalies"/> may have labels of rows.</summary>
    public static RecordingOptions Read(YamlSection section, string folder, bool anomalies = false)
    {
        var options = new RecordingOptions
        {
            Directory = folder,
            Features = section.Texts("features"),
            Time = section.Texts("time"),
            BreakAtGaps = section.Boolean("breakAtGaps", true),
            Exclude = section.Texts("exclude"),
            Missing = section.Texts("missing"),
            MissingPolicy = section.Choice("missingPolicy", MissingPolicy.Gap, Policies),
            InterpolatedRows = section.Integer("interpolatedRows", 3, 1, 1000),
            Separator = section.Choice("separator", null, Separators),
            Decimal = section.Choice("decimal", null, Decimals),
        };
        ReportRepeats(section, "features", options.Features);
        return anomalies
            ? options with
            {
                AnomalyColumn = section.Text("anomalyColumn"),
                AnomalyWindows = section.Text("anomalyWindows"),
            }
            : options;
    }

    /// <summary>Columns that are named more than once.</summary>
    public static void ReportRepeats(YamlSection section, string key, ImmutableArray<string> names)
    {
        foreach (var (name, count) in names.CountBy(name => name, StringComparer.Ordinal).Where(pair => pair.Value > 1))
        {
            section.Report("PROJECT009", key, FormattableString.Invariant($"data.{key} names '{name}' {count} times"),
                "each column once", "remove the repetition");
        }
    }
}

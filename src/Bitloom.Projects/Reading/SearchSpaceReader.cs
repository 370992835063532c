using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Bitloom.Diagnostics;
using Bitloom.Estimation.Yaml;

namespace Bitloom.Projects;

/// <summary>Reads what varies in a search: keys of the project file, each with its values or a range.</summary>
internal static partial class SearchSpaceReader
{
    // What a model, its training and its engine are; the rest is what is given.
    private static readonly string[] Sections = ["data.", "model.", "training.", "quantization.", "engine."];

    public static ImmutableArray<SearchParameter> Read(YamlSection section) =>
        [.. section.FreeTexts().Where(entry => IsKey(section, entry.Name)).Select(entry => Of(section, entry))
            .OfType<SearchParameter>()];

    private static bool IsKey(YamlSection section, string key)
    {
        var keys = ProjectReader.Keys.Where(each => Sections.Any(prefix =>
            each.StartsWith(prefix, StringComparison.Ordinal))).ToArray();
        if (keys.Contains(key, StringComparer.Ordinal)
            || key.StartsWith(ProjectOverrides.TensorSection, StringComparison.Ordinal))
            return true;
        var nearest = Nearest.To(key, keys);
        section.Report("PROJECT018", key, $"'{key}' is no key that can vary",
            "a key of data, model, training, quantization or engine with its whole path, such as model.dimension",
            nearest is null ? "remove the line" : $"did you mean '{nearest}'?");
        return false;
    }

    private static SearchParameter? Of(YamlSection section, (string Name, ImmutableArray<string> Texts) entry)
    {
        if (entry.Texts is not [var text] || !text.Contains("..", StringComparison.Ordinal))
            return entry.Texts.IsEmpty ? Empty(section, entry.Name) : new(entry.Name, [.. entry.Texts.Distinct(StringComparer.Ordinal)]);
        if (RangeOf(text) is { } range)
            return new(entry.Name, [], range);
        section.Report("PROJECT019", entry.Name, $"{section.PathOf(entry.Name)} is '{text}'",
            "two numbers that rise, such as '0.001..0.01', or '0.001..0.01 log' for equal ratios",
            "write a range so, or a list of values");
        return null;
    }

    private static SearchParameter? Empty(YamlSection section, string key)
    {
        section.Report("PROJECT019", key, $"{section.PathOf(key)} has no values", "a list of values, or a range",
            "name at least one value, or remove the line");
        return null;
    }

    private static SearchRange? RangeOf(string text)
    {
        var match = Range().Match(text);
        return match.Success
            && double.TryParse(match.Groups["from"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var from)
            && double.TryParse(match.Groups["to"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var to)
            && from < to && (from > 0 || !match.Groups["log"].Success)
                ? new(from, to, match.Groups["log"].Success)
                : null;
    }

    [GeneratedRegex(
        @"^\s*(?<from>\S+?)\s*\.\.\s*(?<to>\S+)(\s+(?<log>log))?\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Range();
}

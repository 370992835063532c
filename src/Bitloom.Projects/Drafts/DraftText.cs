using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Bitloom.Projects;

/// <summary>Writes the text of a project file: the section of the data, and what is the same for all tasks.</summary>
internal static partial class DraftText
{
    private const int LineWidth = 110;

    /// <param name="origin">Completes "Made by `bitloom new` from".</param>
    /// <param name="data">The lines of the section <c>data</c>, indented.</param>
    public static string Of(DraftRequest request, string task, string origin, string data)
    {
        return $"""
            {ProjectSchema.Comment()}
            # Made by `bitloom new` from {origin}.
            # docs/project-file.md explains every key, as does an editor that knows YAML schemas.
            #
            # In this folder,
            #   bitloom check .    lists what is wrong with the project, without building it
            #   bitloom build .    makes the accelerator, verifies it, and writes its report to out/

            name: {request.Name}
            task: {task}

            data:
            {data.TrimEnd('\n')}

            model:
              dimension: 16    # more learns more, and takes more of the device
              heads: 1         # divides the dimension
              layers: 1

            training:
              epochs: 60       # at most: it stops when the validation part gains no more
              seed: 1
              # runs: 3        # train several seeds and take the best

            quantization:
              bits: 8          # 2 to 8; fewer take less of the device, and may be less accurate

            engine:
              device: {request.DeviceText,-8} # `bitloom devices` lists all
              goal: latency    # or energy, or area

            # synthesis: {"{enabled: false}"}    # a quick first build: no counting of LUTs

            """;
    }

    /// <summary>A text as YAML has it, in quotes where it must.</summary>
    public static string Name(string text) => Plain().IsMatch(text) && !Reserved().IsMatch(text)
        ? text
        : $"\"{string.Concat(text.Select(Escaped))}\"";

    /// <summary>A key with a list, on as many lines as it takes.</summary>
    public static string List(string key, IReadOnlyList<string> names)
    {
        var text = new StringBuilder($"  {key}: [");
        var width = text.Length;
        var indent = new string(' ', width);
        for (var index = 0; index < names.Count; index++)
        {
            var name = Name(names[index]) + (index + 1 < names.Count ? "," : "]");
            var breaks = index > 0 && width + 1 + name.Length > LineWidth;
            text.Append(index == 0 ? "" : breaks ? "\n" + indent : " ").Append(name);
            width = breaks ? indent.Length + name.Length : width + 1 + name.Length;
        }

        return text.Append('\n').ToString();
    }

    /// <summary>A comment, on as many lines as it takes.</summary>
    public static string Comment(string text)
    {
        var lines = new StringBuilder();
        var width = LineWidth;
        foreach (var word in text.Split(' '))
        {
            var breaks = width + 1 + word.Length > LineWidth;
            lines.Append(breaks ? (lines.Length > 0 ? "\n  # " : "  # ") : " ").Append(word);
            width = breaks ? 4 + word.Length : width + 1 + word.Length;
        }

        return lines.Append('\n').ToString();
    }

    /// <summary>A number with its noun, in the plural where it must.</summary>
    public static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {noun}{(count == 1 ? "" : "s")}");

    private static string Escaped(char c) => c is '"' or '\\' ? $"\\{c}"
        : char.IsControl(c) ? string.Create(CultureInfo.InvariantCulture, $"\\x{(int)c:x2}")
        : c.ToString();

    [GeneratedRegex(
        @"^[\p{L}\p{N}_./][\p{L}\p{N}_./()%+-]*(?: [\p{L}\p{N}_./()%+-]+)*$", RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Plain();

    [GeneratedRegex(
        "^(?:true|false|null|yes|no|on|off|~)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reserved();
}

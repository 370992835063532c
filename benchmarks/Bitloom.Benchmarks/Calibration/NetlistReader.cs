using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Bitloom.Benchmarks;

/// <summary>Reads the cells of a flat netlist as Yosys's <c>write_verilog -noattr</c> writes it.</summary>
internal static partial class NetlistReader
{
    /// <summary>All cells; nets are named bit by bit.</summary>
    public static ImmutableArray<NetlistCell> Read(string verilog)
    {
        var widths = Wire().Matches(verilog).ToDictionary(
            match => match.Groups["name"].Value.Trim(), match => match.Groups["high"], StringComparer.Ordinal);
        return
        [
            .. Cell().Matches(verilog).Select(match => new NetlistCell(
                match.Groups["type"].Value,
                Port().Matches(match.Groups["ports"].Value).ToImmutableDictionary(
                    port => port.Groups[1].Value, port => Bits(port.Groups[2].Value), StringComparer.Ordinal))),
        ];

        ImmutableArray<string> Bits(string expression) =>
            [.. Net().Matches(expression).Where(net => net.Groups["name"].Success).SelectMany(Expanded)];

        IEnumerable<string> Expanded(Match net)
        {
            var name = net.Groups["name"].Value.Trim();
            if (net.Groups["from"].Success)
                return Range(name, Number(net.Groups["from"]), net.Groups["to"].Success ? Number(net.Groups["to"]) : null);
            return widths.TryGetValue(name, out var high) && high.Success
                ? Range(name, Number(high), 0)
                : [name];
        }
    }

    private static IEnumerable<string> Range(string name, int from, int? to) =>
        Enumerable.Range(to ?? from, from - (to ?? from) + 1)
            .Select(bit => string.Create(CultureInfo.InvariantCulture, $"{name}[{bit}]"));

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^  (?:wire|input|output|reg)(?: wire)? (?:\[(?<high>\d+):\d+\] )?(?<name>\\\S+ |[A-Za-z0-9_$]+) *;",
        RegexOptions.Multiline)]
    private static partial Regex Wire();

    [GeneratedRegex(
        @"^  (?<type>[A-Z][A-Z_0-9a-z]*)(?: #\((?:[^;]*?)\n  \))? (?:\\\S+ |[A-Za-z_0-9$]+) \(\n(?<ports>.*?)\n  \);",
        RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Cell();

    [GeneratedRegex(@"\.([A-Za-z0-9_]+)\((.*)\),?$", RegexOptions.Multiline)]
    private static partial Regex Port();

    [GeneratedRegex(
        @"\d+'[hbds][0-9a-fA-FxzXZ]+|(?<name>\\\S+ |[A-Za-z_][A-Za-z0-9_$]*) ?(?:\[(?<from>\d+)(?::(?<to>\d+))?\])?")]
    private static partial Regex Net();
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Bitloom.Toolchain;

/// <summary>The longest path between registers or pins by the delays of its cells, without routing.</summary>
/// <param name="Picoseconds">Its delay.</param>
/// <param name="From">The first named wire on it.</param>
/// <param name="To">The last named wire on it.</param>
/// <param name="Cells">Its cells with their ports, from its start.</param>
public sealed partial record TimingPath(int Picoseconds, string From, string To, ImmutableArray<string> Cells)
{
    /// <summary>The cells, runs of one kind as a number: 1 FDRE, 3 LUT6, 5 CARRY4.</summary>
    public string Summary
    {
        get
        {
            var runs = new List<(string Cell, int Count)>();
            foreach (var cell in Cells.Select(cell => cell.Split('.')[0]))
            {
                if (runs.Count > 0 && runs[^1].Cell == cell)
                    runs[^1] = (cell, runs[^1].Count + 1);
                else
                    runs.Add((cell, 1));
            }

            return string.Join(", ", runs.Select(run => $"{run.Count} {run.Cell}"));
        }
    }

    /// <summary>The path in the lines that Yosys's <c>sta</c> prints, its end first; null when there is none.</summary>
    public static TimingPath? Parse(IEnumerable<string> lines)
    {
        int? delay = null;
        var (cells, wires) = (new List<string>(), new List<string>());
        foreach (var line in lines)
        {
            if (Arrival().Match(line) is { Success: true } arrival)
                delay = int.Parse(arrival.Groups[1].Value, CultureInfo.InvariantCulture);
            else if (delay is not null && line.Length == 0)
                break;
            else if (delay is not null && Cell().Match(line) is { Success: true } cell)
                cells.Add(cell.Groups[1].Value);
            else if (delay is not null && Wire().Match(line) is { Success: true } wire)
                wires.Add(wire.Groups[1].Value.Replace(" ", "", StringComparison.Ordinal));
        }

        cells.Reverse();
        // What follows a register's arc is its clock; names like _12_ are Yosys's own.
        var named = wires.Where(wire => !wire.EndsWith("clk", StringComparison.Ordinal) && wire[0] != '_').ToArray();
        return delay is null
            ? null
            : new(delay.Value, named.LastOrDefault() ?? "", named.FirstOrDefault() ?? "", [.. cells]);
    }

    [GeneratedRegex(@"^Latest arrival time in '.*' is (\d+):$")]
    private static partial Regex Arrival();

    [GeneratedRegex(@"^ *\d+ \S+ \((\w+\.[^)]*)\)$")]
    private static partial Regex Cell();

    [GeneratedRegex(@"^ {8,}\\(\S.*)$")]
    private static partial Regex Wire();
}

using System.Collections.Immutable;
using System.Text.Json;
using Bitloom.Diagnostics;

namespace Bitloom.Toolchain;

/// <summary>How many cells of each type a mapped netlist has, over all levels of its hierarchy.</summary>
public sealed record CellCounts(ImmutableSortedDictionary<string, int> ByType)
{
    /// <summary>The number of cells of a type; 0 when there are none.</summary>
    public int this[string type] => ByType.GetValueOrDefault(type);

    /// <summary>
    /// Reads what Yosys's <c>stat -json -top</c> writes. Cells that were not mapped to the device (<c>$mul</c> and
    /// the like) are errors: a count without them would be too small.
    /// </summary>
    public static Checked<CellCounts> Parse(string json, string location)
    {
        if (Read(json) is not { } counts)
            return Checked.Failure<CellCounts>(Unreadable(location));
        var unmapped = counts.Keys.Where(type => type.StartsWith('$')).ToArray();
        return unmapped.Length == 0
            ? Checked.Success(new CellCounts(counts))
            : Checked.Failure<CellCounts>(Unmapped(location, unmapped));
    }

    private static ImmutableSortedDictionary<string, int>? Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.GetProperty("design").GetProperty("num_cells_by_type").EnumerateObject()
                .ToImmutableSortedDictionary(cell => cell.Name, cell => cell.Value.GetInt32(), StringComparer.Ordinal);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException
            or InvalidOperationException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static Diagnostic Unreadable(string location) => Diagnostic.Error(
        "TOOL005", location,
        "the cell counts that Yosys wrote cannot be read",
        "JSON with design.num_cells_by_type, as Yosys 0.23 writes it",
        $"use the version of Yosys that Debian 12 has: {ExternalTools.Yosys.InstallCommand}");

    private static Diagnostic Unmapped(string location, string[] types) => Diagnostic.Error(
        "TOOL004", location,
        $"the netlist has cells that were not mapped to the device: {string.Join(", ", types)}",
        "only cells of the device family",
        "report it with the project file; the log beside that file shows where they come from");
}

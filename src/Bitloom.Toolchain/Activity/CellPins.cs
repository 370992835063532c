using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Bitloom.Toolchain;

/// <summary>
/// Pins that tell what a netlist does: outputs by kind, the results of multipliers, and the enables of memories.
/// Ports of block RAM count by the block's size; where a port has two enables, both must be high.
/// </summary>
internal static class CellPins
{
    private static readonly FrozenDictionary<string, (NetKind Kind, ImmutableArray<string> Pins)> Outputs =
        new Dictionary<string, (NetKind, ImmutableArray<string>)>(StringComparer.Ordinal)
        {
            ["LUT1"] = (NetKind.Lut, ["O"]),
            ["LUT2"] = (NetKind.Lut, ["O"]),
            ["LUT3"] = (NetKind.Lut, ["O"]),
            ["LUT4"] = (NetKind.Lut, ["O"]),
            ["LUT5"] = (NetKind.Lut, ["O"]),
            ["LUT6"] = (NetKind.Lut, ["O"]),
            ["INV"] = (NetKind.Lut, ["O"]),
            ["RAM32M"] = (NetKind.Lut, ["DOA", "DOB", "DOC", "DOD"]),
            ["RAM64M"] = (NetKind.Lut, ["DOA", "DOB", "DOC", "DOD"]),
            ["CARRY4"] = (NetKind.Carry, ["O", "CO"]),
            ["SB_LUT4"] = (NetKind.Lut, ["O"]),
            ["SB_CARRY"] = (NetKind.Carry, ["CO"]),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Results =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["DSP48E1"] = "P",
            ["SB_MAC16"] = "O",
        }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly ImmutableArray<MemoryPort> SevenSeries =
        [new("ENARDEN", null, 1), new("ENBWREN", "WEBWE", 1)];

    private static readonly ImmutableArray<MemoryPort> Ice40 = [new("RCLKE", "RE", 1), new("WCLKE", "WE", 1)];

    /// <summary>The outputs of a cell that count as changes.</summary>
    public static (NetKind Kind, ImmutableArray<string> Pins) OutputsOf(string type) =>
        Outputs.TryGetValue(type, out var known) ? known
            : IsFlipFlop(type) ? (NetKind.FlipFlop, ["Q"])
            : type.StartsWith("SRL", StringComparison.Ordinal) ? (NetKind.Lut, ["Q"])
            : type.StartsWith("RAM", StringComparison.Ordinal) && type.Contains('X', StringComparison.Ordinal)
                ? (NetKind.Lut, ["O", "DPO", "SPO"])
            : (NetKind.Other, []);

    /// <summary>The output that is a multiplier's result; null where a cell is none.</summary>
    public static string? ResultOf(string type) => Results.GetValueOrDefault(type);

    /// <summary>The ports of a memory block.</summary>
    public static ImmutableArray<MemoryPort> PortsOf(string type) => type switch
    {
        "RAMB36E1" => SevenSeries,
        "RAMB18E1" => [.. SevenSeries.Select(port => port with { Blocks = 0.5 })],
        "SB_SPRAM256KA" => [new("CHIPSELECT", null, 1) { Large = true }],
        _ => type.StartsWith("SB_RAM40_4K", StringComparison.Ordinal) ? Ice40 : [],
    };

    private static bool IsFlipFlop(string type) =>
        type.StartsWith("SB_DFF", StringComparison.Ordinal) || type is ['F', 'D', ..] || type is "LDCE" or "LDPE";
}

/// <summary>A port of a memory block.</summary>
/// <param name="Enable">The pin that enables it.</param>
/// <param name="Write">A second one that must be high as well; null where there is none.</param>
/// <param name="Blocks">Blocks of the device's own size.</param>
internal sealed record MemoryPort(string Enable, string? Write, double Blocks)
{
    /// <summary>Whether it is of a large memory.</summary>
    public bool Large { get; init; }
}

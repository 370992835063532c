using System.Collections.Immutable;

namespace Bitloom.Boards;

/// <summary>The rates of a serial port, and Linux's numbers for them.</summary>
public static class BaudRates
{
    private static readonly ImmutableSortedDictionary<int, uint> Codes = ImmutableSortedDictionary.CreateRange(
        new Dictionary<int, uint>
        {
            [9_600] = 0xD,
            [19_200] = 0xE,
            [38_400] = 0xF,
            [57_600] = 0x1001,
            [115_200] = 0x1002,
            [230_400] = 0x1003,
            [460_800] = 0x1004,
            [500_000] = 0x1005,
            [921_600] = 0x1007,
            [1_000_000] = 0x1008,
            [2_000_000] = 0x100B,
            [3_000_000] = 0x100D,
        });

    /// <summary>The rates known, ascending.</summary>
    public static ImmutableArray<int> All { get; } = [.. Codes.Keys];

    /// <summary>The system's number of a rate of <see cref="All"/>.</summary>
    internal static uint CodeOf(int baud) => Codes[baud];
}

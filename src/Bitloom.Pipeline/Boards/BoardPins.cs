using Bitloom.Projects;

namespace Bitloom.Pipeline;

/// <summary>
/// The pins of the boards (docs/ice40.md), as nextpnr reads them. Of the package, the names are the numbers.
/// </summary>
internal static class BoardPins
{
    /// <summary>The package of both boards.</summary>
    public const string Package = "sg48";

    // Of the device itself.
    private const int FlashSelect = 16;

    /// <summary>The constraints of a board's top, rtl/boards/ice40_board.v.</summary>
    public static string Constraints(BoardName board)
    {
        var (clock, rx, tx, led) = board switch
        {
            BoardName.Icebreaker => (35, 6, 9, 11),
            BoardName.Upduino => (20, 15, 14, 39),
        };
        return FormattableString.Invariant(
            $"set_io clock_pin {clock}\nset_io rx_pin {rx}\nset_io tx_pin {tx}\nset_io flash_pin {FlashSelect}\nset_io led_pin {led}\n");
    }
}

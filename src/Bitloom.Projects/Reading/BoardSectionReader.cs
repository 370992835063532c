using Bitloom.Estimation;
using Bitloom.Estimation.Yaml;

namespace Bitloom.Projects;

/// <summary>Reads the board, and checks that its clock and serial line can be made.</summary>
internal static class BoardSectionReader
{
    private const int LeastBaud = 9_600;
    private const int GreatestBaud = 3_000_000;
    private const int MostAttempts = 100;

    // Both sides sample in the middle of a bit, the tenth of which must still be the right one.
    private const double Tolerance = 0.02;

    private static readonly (string, BoardName)[] Names =
        [("icebreaker", BoardName.Icebreaker), ("upduino", BoardName.Upduino)];

    private static readonly (string, BoardClock)[] Clocks =
        [("external", BoardClock.External), ("internal", BoardClock.Internal)];

    public static BoardSection Read(YamlSection section, EngineSection engine)
    {
        var fallback = new BoardSection();
        var board = new BoardSection(
            section.Choice("name", fallback.Name, Names),
            section.Choice("clock", fallback.Clock, Clocks),
            section.Integer("baud", fallback.Baud, LeastBaud, GreatestBaud),
            section.Integer("seed", fallback.Seed, 0, int.MaxValue - MostAttempts),
            section.Integer("attempts", fallback.Attempts, 1, MostAttempts));
        if (engine.Device?.Synthesis == SynthesisFamily.Ice40)
            Check(section, board, engine.Clock);
        section.Close();
        return board;
    }

    private static void Check(YamlSection section, BoardSection board, double megahertz)
    {
        if (Ice40Clock.Of(board.Clock, megahertz) is not { } clock)
        {
            section.Report("PROJECT010", "clock", FormattableString.Invariant(
                $"engine.clock is {megahertz} MHz, and no clock of the board is that slow"),
                board.Clock == BoardClock.Internal ? "at least 6 MHz" : "at least 12 MHz",
                "raise engine.clock, or use board.clock internal, which can be slower");
            return;
        }

        var clocks = board.ClocksPerBit(clock.Megahertz);
        var error = Math.Abs((clock.Megahertz * 1e6 / board.Baud / Math.Max(clocks, 1)) - 1);
        if (clocks < BoardSection.LeastClocksPerBit || error > Tolerance)
        {
            section.Report("PROJECT011", "baud", FormattableString.Invariant(
                $"a bit of {board.Baud} baud would take {clock.Megahertz * 1e6 / board.Baud:0.00} cycles of {clock.Megahertz} MHz"),
                FormattableString.Invariant(
                    $"at least {BoardSection.LeastClocksPerBit} cycles, and within {Tolerance * 100} % of a whole number"),
                "choose a lower board.baud, or another engine.clock");
        }
    }
}

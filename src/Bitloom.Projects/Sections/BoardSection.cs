namespace Bitloom.Projects;

/// <summary>Where the clock of a bitstream comes from.</summary>
public enum BoardClock
{
    /// <summary>The board's own of 12 MHz, through the PLL where another one is asked for.</summary>
    External,

    /// <summary>The oscillator of the device: no pin, but 10 % of tolerance.</summary>
    Internal,
}

/// <summary>The boards whose pins are known.</summary>
public enum BoardName
{
    /// <summary>iCEBreaker, 1BitSquared.</summary>
    Icebreaker,

    /// <summary>UPduino 3, tinyVision.</summary>
    Upduino,
}

/// <summary>The board that a bitstream is for, and its serial line (docs/ice40.md).</summary>
/// <param name="Baud">Bits a second on the serial line.</param>
/// <param name="Seed">Of the first placement.</param>
/// <param name="Attempts">Placements, each with the next seed, until one reaches the clock.</param>
public sealed record BoardSection(
    BoardName Name = BoardName.Icebreaker, BoardClock Clock = BoardClock.External, int Baud = 115_200, int Seed = 1,
    int Attempts = 3)
{
    /// <summary>Least clock cycles of a bit that the receiver samples (docs/uart-protocol.md).</summary>
    public const int LeastClocksPerBit = 8;

    /// <summary>Clock cycles of a bit of the line.</summary>
    /// <param name="megahertz">The clock that the engine really gets.</param>
    public int ClocksPerBit(double megahertz) => (int)((megahertz * 1e6 / Baud) + 0.5);
}

namespace Bitloom.Projects;

/// <summary>
/// How an iCE40 UltraPlus board makes its clock. The oscillator of the device gives 48, 24, 12 or 6 MHz; the board's 12 MHz
/// are taken as they are, or multiplied by the PLL: by (F + 1) / 2^Q, the oscillator of the PLL at 533 to 1066 MHz, its
/// output at 16 MHz at least (Lattice FPGA-TN-02052).
/// </summary>
/// <param name="Megahertz">The clock.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Setting">The divider of the oscillator (0..3), or F; 0 without a PLL.</param>
/// <param name="OutputDivider">Q; 0 without a PLL.</param>
public sealed record Ice40Clock(double Megahertz, BoardClock Source, int Setting, int OutputDivider)
{
    /// <summary>The clock of the boards.</summary>
    public const double BoardMegahertz = 12;

    private const double InternalMegahertz = 48;
    private const double LeastOutput = 16;
    private const int GreatestDivider = 3;

    /// <summary>Whether the PLL is used.</summary>
    public bool UsesPll => Source == BoardClock.External && OutputDivider > 0;

    /// <summary>The fastest clock that is not faster than asked for; null when all are.</summary>
    public static Ice40Clock? Of(BoardClock source, double megahertz) =>
        (source == BoardClock.Internal ? Internal() : External())
            .Where(clock => clock.Megahertz <= megahertz).MaxBy(clock => clock.Megahertz);

    private static IEnumerable<Ice40Clock> Internal() =>
        from setting in Enumerable.Range(0, GreatestDivider + 1)
        select new Ice40Clock(InternalMegahertz / (1 << setting), BoardClock.Internal, setting, 0);

    private static IEnumerable<Ice40Clock> External() =>
    [
        new(BoardMegahertz, BoardClock.External, 0, 0),
        .. from q in Enumerable.Range(1, 6)
           from f in Enumerable.Range(0, 128)
           let oscillator = BoardMegahertz * (f + 1)
           where oscillator is >= 533 and <= 1066 && oscillator / (1 << q) >= LeastOutput
           select new Ice40Clock(oscillator / (1 << q), BoardClock.External, f, q),
    ];
}

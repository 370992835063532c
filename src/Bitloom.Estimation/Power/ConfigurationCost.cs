namespace Bitloom.Estimation;

/// <summary>What it takes to configure a device that was without power.</summary>
/// <param name="Bits">Of the configuration.</param>
/// <param name="Seconds">Until it runs.</param>
/// <param name="Energy">Millijoules.</param>
public sealed record ConfigurationCost(long Bits, double Seconds, PowerNumber Energy)
{
    /// <summary>The time of a transfer.</summary>
    /// <param name="megahertz">Clock of the interface.</param>
    /// <param name="lines">Bits in a cycle.</param>
    public static double SecondsOf(long bits, double megahertz, int lines) => bits / (megahertz * 1e6 * lines);
}

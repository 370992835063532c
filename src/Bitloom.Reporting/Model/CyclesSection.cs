namespace Bitloom.Reporting;

/// <summary>Clock cycles of one inference, streams never stalled.</summary>
/// <param name="Predicted">By the compiler.</param>
/// <param name="Simulated">Counted in the RTL simulation; null when it was not run.</param>
/// <param name="ClockMegahertz">The clock that the latency is stated for; null when none was chosen.</param>
public sealed record CyclesSection(long Predicted, long? Simulated, double? ClockMegahertz)
{
    /// <summary>Cycles in which the array takes operands; null when they were not counted.</summary>
    public long? Array { get; init; }

    /// <summary>The greatest clock as estimated without routing; null where it cannot be.</summary>
    public ReachEntry? Reach { get; init; }

    /// <summary>Time of one inference in microseconds, from the predicted cycles and the clock.</summary>
    public double? LatencyMicroseconds => Predicted / ClockMegahertz;
}

/// <summary>A clock that is estimated to be within reach.</summary>
/// <param name="Error">Of its period: 95 of 100 engines that were not fitted stay within it.</param>
public sealed record ReachEntry(double Megahertz, double Error);

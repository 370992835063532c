using Bitloom.Pipeline;

namespace Bitloom.Exploration;

/// <summary>Whether the clock that is asked for is within reach.</summary>
internal static class ClockLimit
{
    /// <summary>By how much the clock is beyond what is estimated, error included, as a share of that; 0 where nothing is known.</summary>
    public static double ExcessOf(ProjectEstimate estimate) => estimate.Clock is { } clock
        ? Math.Max(0, estimate.Megahertz / (clock.Megahertz * (1 + clock.Error.High)) - 1)
        : 0;
}

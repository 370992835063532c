namespace Bitloom.Data;

/// <summary>What a missing value does to the series.</summary>
public enum MissingPolicy
{
    /// <summary>The row ends the segment, as a time gap does: no window contains it.</summary>
    Gap,

    /// <summary>Short runs are filled on the straight line between their neighbors; longer ones are gaps.</summary>
    Interpolate,
}

namespace Bitloom.Engine;

/// <summary>
/// One tile's use of the drain: in cycle <paramref name="Accept"/> it takes the tile's fields, which wait until the
/// cycle before slot 0, <paramref name="First"/>; from <paramref name="End"/> on it is free.
/// </summary>
internal readonly record struct TileDrain(long Accept, long First, long End)
{
    /// <summary>The same, later.</summary>
    public TileDrain Later(long cycles) => new(Accept + cycles, First + cycles, End + cycles);
}

namespace Bitloom.Pipeline;

/// <summary>One rung of the agreement ladder: two implementations compared integer by integer.</summary>
/// <param name="Compared">Integers compared.</param>
/// <param name="Differences">How many differ.</param>
/// <param name="First">Where the first difference is: tensor, index, expected, found; null without one.</param>
internal sealed record RungResult(string From, string To, long Compared, long Differences, string? First)
{
    /// <summary>Two partial results of the same rung, the earlier windows first.</summary>
    public RungResult With(RungResult later) => this with
    {
        Compared = Compared + later.Compared,
        Differences = Differences + later.Differences,
        First = First ?? later.First,
    };
}

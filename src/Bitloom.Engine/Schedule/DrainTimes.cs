namespace Bitloom.Engine;

/// <summary>When the drain is in use, and its one place for a tile to come.</summary>
internal sealed class DrainTimes
{
    private readonly HashSet<long> drained = [];
    private readonly HashSet<long> waiting = [];

    /// <summary>The cycle after the last that is noted.</summary>
    public long End { get; private set; }

    /// <summary>True when the tile can be drained besides those noted.</summary>
    public bool IsFree(TileDrain tile)
    {
        for (var cycle = tile.First; cycle < tile.End; cycle++)
        {
            if (drained.Contains(cycle))
                return false;
        }

        for (var cycle = tile.Accept; cycle < tile.First - 1; cycle++)
        {
            if (waiting.Contains(cycle))
                return false;
        }

        return true;
    }

    /// <summary>Notes a tile.</summary>
    public void Add(TileDrain tile)
    {
        End = Math.Max(End, tile.End);
        for (var cycle = tile.First; cycle < tile.End; cycle++)
            drained.Add(cycle);
        for (var cycle = tile.Accept; cycle < tile.First - 1; cycle++)
            waiting.Add(cycle);
    }
}

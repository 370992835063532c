namespace Bitloom.Engine;

/// <summary>An instruction over several row tiles as one a tile.</summary>
internal static class SplitRows
{
    /// <summary>The tiles of one instruction, the first one first.</summary>
    public static IEnumerable<PlannedInstruction> Split(PlannedInstruction planned, EngineShape shape) =>
        planned.Fields.RowTiles == 1
            ? [planned]
            : Enumerable.Range(0, planned.Fields.RowTiles).Select(tile => Tile(planned, tile, shape));

    private static PlannedInstruction Tile(PlannedInstruction planned, int tile, EngineShape shape)
    {
        var fields = planned.Fields;
        return planned with
        {
            Tile = tile,
            Fields = fields with
            {
                ABase = fields.ABase + tile * fields.AStride,
                ResidualBase = fields.ResidualBase + tile * fields.ResidualStride,
                DestinationBase = fields.DestinationBase + tile * fields.RowStride,
                LastRows = fields.RowsOf(tile, shape.T),
                RowTiles = 1,
            },
        };
    }
}

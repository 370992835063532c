namespace Bitloom.Engine;

/// <summary>The cycles of a normalization's tile (docs/engine.md, Time).</summary>
internal static class NormLatencies
{
    /// <summary>Cycles of the spread phase beyond one a feature and group.</summary>
    public const int SpreadTail = 6;

    /// <summary>Cycles of a root beyond one a digit.</summary>
    public const int RootTail = 1;

    /// <summary>Cycles that a tile takes: its four phases.</summary>
    public static int Tile(int features, int groups, EngineShape shape, int rootBits, bool inRows) =>
        WritePhase(features, groups, shape, rootBits)
        + features * groups + (inRows ? Division.Ceiling(features, shape.G) * shape.T : 0);

    /// <summary>First address cycle of the spread phase.</summary>
    public static int SpreadPhase(int features) => features;

    /// <summary>First address cycle of the write phase.</summary>
    public static int WritePhase(int features, int groups, EngineShape shape, int rootBits) =>
        SpreadPhase(features) + features * groups + SpreadTail + groups * shape.R * (rootBits + RootTail);
}

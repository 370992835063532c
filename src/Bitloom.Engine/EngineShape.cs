namespace Bitloom.Engine;

/// <summary>
/// The size of the array (docs/engine.md): <paramref name="T"/> rows by <paramref name="G"/> columns of cells, and
/// <paramref name="R"/> elements drained a cycle. R divides G, and G divides T.
/// </summary>
public readonly record struct EngineShape(int T, int G, int R)
{
    /// <summary>Multiply-accumulate cells of the array.</summary>
    public int Cells => T * G;

    /// <summary>True when the sizes are positive and divide each other as the drain needs.</summary>
    public bool IsLegal => R >= 1 && G >= R && G % R == 0 && T >= G && T % G == 0;

    /// <summary>The text form, such as <c>T=6 G=3 R=1</c>.</summary>
    public override string ToString() => $"T={T} G={G} R={R}";
}

namespace Bitloom.Engine;

/// <summary>What memories take.</summary>
/// <param name="BlockUnits">Units of block RAM (<see cref="BlockShape"/>): as the synthesizer counts them.</param>
/// <param name="LutMemory">LUTs used as memory: as the synthesizer counts them.</param>
/// <param name="Luts">All LUTs, these among them: an estimate, as logic may share.</param>
public readonly record struct MemoryCost(int BlockUnits, int LutMemory, int Luts)
{
    /// <summary>Nothing.</summary>
    public static MemoryCost None => default;

    /// <summary>The sum.</summary>
    public static MemoryCost operator +(MemoryCost left, MemoryCost right) => new(
        left.BlockUnits + right.BlockUnits, left.LutMemory + right.LutMemory, left.Luts + right.Luts);

    /// <summary>The cost of <paramref name="count"/> of them.</summary>
    public static MemoryCost operator *(int count, MemoryCost each) =>
        new(count * each.BlockUnits, count * each.LutMemory, count * each.Luts);

    /// <summary>No more of anything than <paramref name="other"/>.</summary>
    public bool IsCovered(MemoryCost other) =>
        BlockUnits <= other.BlockUnits && LutMemory <= other.LutMemory && Luts <= other.Luts;
}

namespace Bitloom.Reporting;

/// <summary>A memory of the engine.</summary>
/// <param name="Words">Its depth.</param>
/// <param name="BitsPerWord">Its width.</param>
/// <param name="UsedWords">Words that the program touches.</param>
/// <param name="Kind">What it is built of: block, distributed, or split over both.</param>
/// <param name="BlockRam">Memory blocks of the device's own size that it takes.</param>
/// <param name="Lut">LUTs that it takes, those of logic estimated.</param>
public sealed record MemoryEntry(
    string Name, int Words, int BitsPerWord, int UsedWords, string Kind, double BlockRam, int Lut)
{
    /// <summary>Words times their width.</summary>
    public long Bits => (long)Words * BitsPerWord;
}

namespace Bitloom.Reporting;

/// <summary>A memory of the engine.</summary>
/// <param name="Words">Its depth.</param>
/// <param name="BitsPerWord">Its width.</param>
/// <param name="UsedWords">Words that the program touches.</param>
public sealed record MemoryEntry(string Name, int Words, int BitsPerWord, int UsedWords)
{
    /// <summary>Words times their width.</summary>
    public long Bits => (long)Words * BitsPerWord;
}

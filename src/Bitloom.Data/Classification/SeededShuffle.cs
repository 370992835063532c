namespace Bitloom.Data;

/// <summary>
/// The shuffle of Fisher and Yates with SplitMix64 (Steele, Lea and Flood 2014): the same order from the same seed on
/// every platform and version.
/// </summary>
internal sealed class SeededShuffle(ulong seed)
{
    private ulong state = seed;

    public void Shuffle(Span<int> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var other = (int)(Next() % (ulong)(i + 1));
            (items[i], items[other]) = (items[other], items[i]);
        }
    }

    private ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}

namespace Bitloom.Training;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers from the same seed on every platform and version.
/// </summary>
public sealed class SeededRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Where the sequence has come to.</summary>
    internal ulong State
    {
        get => _state;
        set => _state = value;
    }

    /// <summary>64 uniform bits.</summary>
    public ulong NextBits()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    /// <summary>Uniform in [0, 1), 24 bits.</summary>
    public float NextSingle() => (NextBits() >> 40) * (1f / (1 << 24));

    /// <summary>Uniform in [0, exclusive).</summary>
    public int Next(int exclusive) => (int)Math.BigMul(NextBits(), (ulong)exclusive, out _);

    /// <summary>Permutes in place (Fisher and Yates).</summary>
    public void Shuffle(Span<int> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}

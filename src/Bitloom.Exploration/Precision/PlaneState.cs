using System.Collections.Immutable;
using Bitloom.Engine;

namespace Bitloom.Exploration;

/// <summary>
/// Widths of the first weight matrices of a problem, as the memory sees them: the words that have each bit from the
/// second on. A matrix more adds its words to those of its bits.
/// </summary>
internal sealed class PlaneState
{
    private readonly PlaneState? _before;
    private readonly int _bits;
    private readonly int[] _words;
    private readonly int _hash;

    private PlaneState(PlaneState? before, int bits, int[] words, double loss)
    {
        (_before, _bits, _words, Loss) = (before, bits, words, loss);
        var hash = new HashCode();
        hash.AddBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes<int>(words));
        _hash = hash.ToHashCode();
    }

    /// <summary>No matrix.</summary>
    public static PlaneState None(int mostBits) => new(null, 0, new int[mostBits - 1], 0);

    /// <summary>The sum of the increases.</summary>
    public double Loss { get; }

    /// <summary>Equal where the memory's words are.</summary>
    public static IEqualityComparer<PlaneState> ByWords { get; } = EqualityComparer<PlaneState>.Create(
        (left, right) => left!._words.AsSpan().SequenceEqual(right!._words), state => state._hash);

    /// <summary>These and a matrix of so many words.</summary>
    public PlaneState With(int bits, int words, double increase)
    {
        var sum = (int[])_words.Clone();
        for (var index = 0; index < bits - 1; index++)
            sum[index] += words;
        return new(this, bits, sum, Loss + increase);
    }

    /// <summary>
    /// Whether this is no worse whatever follows: no more loss, no more words of any bit, and bits that the other has in
    /// one plane are in one plane here too, so that a memory for the other's planes holds these. All of it remains so
    /// when both get the same matrix.
    /// </summary>
    public bool Dominates(PlaneState other)
    {
        if (Loss > other.Loss)
            return false;
        var (own, others) = (_words, other._words);
        for (var index = 0; index < own.Length; index++)
        {
            if (own[index] > others[index])
                return false;
            if (index > 0 && others[index] == others[index - 1] && own[index] != own[index - 1])
                return false;
        }

        return true;
    }

    /// <summary>The bits of each matrix, in the problem's order.</summary>
    public ImmutableArray<int> Bits()
    {
        var bits = new Stack<int>();
        for (var state = this; state._before is not null; state = state._before)
            bits.Push(state._bits);
        return [.. bits];
    }

    /// <summary>The planes in which the weights lie, the wide ones first.</summary>
    public WeightPlanes Planes => field ??=
        WeightPlanes.Of(_words.Select((words, index) => (Bits: index + 2, End: words)).Where(plane => plane.End > 0));
}

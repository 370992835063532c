using System.Collections.Immutable;
using System.Numerics;

namespace Bitloom.Engine;

/// <summary>Some bits of every weight of the words from 0 on (weight_memory.vhd).</summary>
/// <param name="Low">First bit of an element.</param>
/// <param name="Bits">Bits of an element.</param>
/// <param name="Words">Words that have these bits; in the words after them the sign stands for them.</param>
public readonly record struct WeightPlane(int Low, int Bits, int Words);

/// <summary>
/// How weights lie in the weight memory, each at its own width: bit b of an element is there in the first
/// <c>WordsOf(b)</c> words. Wide weights come first, so that narrow ones cost their own bits alone.
/// </summary>
public sealed class WeightPlanes : IEquatable<WeightPlanes>
{
    private const int LeastBits = 2;
    private const int LeastWords = 2;

    private readonly ImmutableArray<int> words;

    private WeightPlanes(IEnumerable<int> words)
    {
        this.words = [.. words];
        Planes = Equal(this.words);
    }

    /// <summary>The planes from the low bits up.</summary>
    public ImmutableArray<WeightPlane> Planes { get; }

    /// <summary>Bits of the widest weight.</summary>
    public int ElementBits => words.Length;

    /// <summary>The planes of weights by their bits and the words after their last; at least 2 of 2 bits.</summary>
    public static WeightPlanes Of(IEnumerable<(int Bits, int End)> tensors)
    {
        (int Bits, int End)[] all = [(LeastBits, LeastWords), .. tensors];
        var widest = all.Max(tensor => tensor.Bits);
        return new(Enumerable.Range(0, widest).Select(bit =>
            all.Where(tensor => tensor.Bits > bit).Max(tensor => Math.Max(LeastWords, tensor.End))));
    }

    /// <summary>Words that have bit <paramref name="bit"/> of an element.</summary>
    public int WordsOf(int bit) => bit < words.Length ? words[bit] : 0;

    /// <summary>The same with weights of at most so many bits.</summary>
    public WeightPlanes Narrowed(int bits) => new(words.Take(bits));

    /// <summary>The least planes in which the weights of both find room.</summary>
    public WeightPlanes Cover(WeightPlanes other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(Enumerable.Range(0, Math.Max(ElementBits, other.ElementBits))
            .Select(bit => Math.Max(WordsOf(bit), other.WordsOf(bit))));
    }

    /// <summary>The bits of one element in a word of <paramref name="lanes"/> elements.</summary>
    public BigInteger Place(int value, int lane, int lanes) => Planes.Aggregate(
        BigInteger.Zero,
        (word, plane) => word |
            LanePacking.Low(value >> plane.Low, plane.Bits) << (lanes * plane.Low + lane * plane.Bits));

    /// <summary>The raw elements, of <see cref="ElementBits"/> bits, of the word at an address.</summary>
    public int[] Unpack(BigInteger word, int address, int lanes) =>
        [.. Enumerable.Range(0, lanes).Select(lane => Element(word, address, lane, lanes))];

    /// <inheritdoc/>
    public bool Equals(WeightPlanes? other) => other is not null && words.AsSpan().SequenceEqual(other.words.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WeightPlanes);

    /// <inheritdoc/>
    public override int GetHashCode() => words.Aggregate(0, HashCode.Combine);

    /// <summary>The planes, such as <c>4x120+4x30</c>.</summary>
    public override string ToString() => string.Join('+', Planes.Select(plane => $"{plane.Bits}x{plane.Words}"));

    private static ImmutableArray<WeightPlane> Equal(ImmutableArray<int> words)
    {
        var planes = ImmutableArray.CreateBuilder<WeightPlane>();
        for (var low = 0; low < words.Length; low += planes[^1].Bits)
            planes.Add(new(low, words.Skip(low).TakeWhile(count => count == words[low]).Count(), words[low]));
        return planes.ToImmutable();
    }

    private int Element(BigInteger word, int address, int lane, int lanes)
    {
        var there = Planes.Where(plane => address < plane.Words).ToArray();
        var value = there.Aggregate(0, (bits, plane) => bits | Bits(word, plane, lane, lanes) << plane.Low);
        var width = there.Sum(plane => plane.Bits);
        return (int)LanePacking.Low(SignExtension.Extend(value, width), ElementBits);
    }

    private static int Bits(BigInteger word, WeightPlane plane, int lane, int lanes) =>
        (int)LanePacking.Low(word >> (lanes * plane.Low + lane * plane.Bits), plane.Bits);
}

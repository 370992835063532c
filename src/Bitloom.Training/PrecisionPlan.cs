using System.Collections.Immutable;

namespace Bitloom.Training;

/// <summary>
/// Bits of each activation tensor, of the positions and of each weight matrix, by name (docs/arithmetic.md): the
/// override where there is one, else the default.
/// </summary>
/// <param name="ExponentialBits">eb, bits of the softmax's exponentials.</param>
public sealed record PrecisionPlan(
    int DefaultBits,
    ImmutableSortedDictionary<string, int> Overrides,
    int ExponentialBits = PrecisionPlan.DefaultExponentialBits)
{
    /// <summary>eb where nothing else is said.</summary>
    public const int DefaultExponentialBits = 8;

    /// <summary>The same bits everywhere.</summary>
    public static PrecisionPlan Uniform(int bits) =>
        new(bits, ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal));

    /// <summary>Bits of a tensor or weight matrix.</summary>
    public int BitsOf(string name) => Overrides.GetValueOrDefault(name, DefaultBits);

    /// <summary>The same plan but for one name.</summary>
    public PrecisionPlan With(string name, int bits) => this with { Overrides = Overrides.SetItem(name, bits) };
}

using System.Collections.Immutable;
using System.Globalization;

namespace Bitloom.Cli;

/// <summary>Widths of tensors in few words.</summary>
internal static class BitsText
{
    private const string Matrix = ".weight";

    /// <summary>The widths of weights and activations.</summary>
    public static string Of(ImmutableSortedDictionary<string, int> bits) =>
        $"weights {OfWeights(bits)}, activations {OfActivations(bits)}";

    /// <summary>How many weight matrices have which width: <c>6 of 8, 2 of 5</c>.</summary>
    public static string OfWeights(ImmutableSortedDictionary<string, int> bits) =>
        Counts(bits.Where(pair => pair.Key.EndsWith(Matrix, StringComparison.Ordinal)));

    /// <summary>The same of the others.</summary>
    public static string OfActivations(ImmutableSortedDictionary<string, int> bits) =>
        Counts(bits.Where(pair => !pair.Key.EndsWith(Matrix, StringComparison.Ordinal)));

    private static string Counts(IEnumerable<KeyValuePair<string, int>> bits)
    {
        var groups = bits.GroupBy(pair => pair.Value).OrderByDescending(group => group.Key).ToArray();
        return groups.Length == 1
            ? string.Create(CultureInfo.InvariantCulture, $"{groups[0].Key}")
            : string.Join(", ", groups.Select(group => string.Create(
                CultureInfo.InvariantCulture, $"{group.Count()} of {group.Key}")));
    }
}

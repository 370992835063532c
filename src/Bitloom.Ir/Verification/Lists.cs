using System.Collections.Immutable;

namespace Bitloom.Ir;

/// <summary>Rules about the lists of numbers in operations.</summary>
internal static class Lists
{
    public static bool Require<T>(ImmutableArray<T> list, string place, string name, Violations violations) =>
        violations.Require(!list.IsDefaultOrEmpty, place, $"has no {name}");

    /// <summary>One entry a column or one shared, each a signed number of at most so many bits.</summary>
    public static void RequireChannels(
        ImmutableArray<long> list, int columns, int bits, string place, string name, Violations violations)
    {
        if (!Require(list, place, name, violations))
            return;
        violations.Require(
            list.Length == 1 || list.Length == columns, place,
            $"has {list.Length} {name}; one or one a column ({columns}) is possible");
        var wide = list.FirstOrDefault(value => IntegerArithmetic.SignedBits(value, value) > bits);
        violations.Require(wide == 0, place, $"has {wide} among its {name}; at most {bits} bits are possible");
    }

    public static ImmutableArray<long> Widened(ImmutableArray<int> list) =>
        list.IsDefault ? default : [.. list.Select(value => (long)value)];
}

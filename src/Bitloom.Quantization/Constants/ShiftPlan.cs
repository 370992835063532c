using System.Collections.Immutable;

namespace Bitloom.Quantization.Constants;

/// <summary>The shifts (s, k) of every product, in order, and the width of the multipliers they serve.</summary>
internal sealed record ShiftPlan(int MultiplierBits, ImmutableArray<(int S, int K)> Shifts)
{
    /// <summary>
    /// The cheapest plan that keeps every bound: one pair for all with the preferred width, one pair with the widest,
    /// then a pair a product with the preferred and the widest. Null when some product has none.
    /// </summary>
    public static ShiftPlan? Find(IReadOnlyList<AffineProduct> products, int preferredBits)
    {
        int[] widths = [.. new[] { preferredBits, QuantizationOptions.WidestMultiplier }.Distinct()];
        return widths.Select(bits => Uniform(products, bits)).FirstOrDefault(plan => plan is not null)
            ?? widths.Select(bits => Separate(products, bits)).FirstOrDefault(plan => plan is not null);
    }

    private static ShiftPlan? Uniform(IReadOnlyList<AffineProduct> products, int bits)
    {
        var ranges = products.Select(product => ShiftRange.Of(product, bits)).ToArray();
        var s = ranges.Min(range => range.Greatest);
        return ranges.All(range => range.Least <= s)
            ? OneResidualShift(products, bits, [.. ranges.Select(_ => s)])
            : null;
    }

    private static ShiftPlan? Separate(IReadOnlyList<AffineProduct> products, int bits)
    {
        var ranges = products.Select(product => ShiftRange.Of(product, bits)).ToArray();
        if (ranges.Any(range => range.IsEmpty))
            return null;
        var shifts = FewShifts(ranges);
        return OneResidualShift(products, bits, shifts)
            ?? new ShiftPlan(bits, [.. products.Zip(shifts, (p, s) => (s, ShiftRange.ResidualShift(p, s, bits)))]);
    }

    // The shifter costs by the spread of s, then by the number of its values. No spread is smaller than from the least
    // Greatest to the greatest Least; within it, taking the end of the first range that no chosen shift meets, in the
    // order of the ends, meets all ranges with the fewest values.
    private static int[] FewShifts(ShiftRange[] ranges)
    {
        var needed = ranges.Max(range => range.Least);
        var within = ranges.Select(range => range with { Greatest = Math.Min(range.Greatest, needed) }).ToArray();
        var chosen = new List<int>();
        foreach (var range in within.OrderBy(range => range.Greatest))
        {
            if (chosen.Count == 0 || chosen[^1] < range.Least)
                chosen.Add(range.Greatest);
        }

        return [.. within.Select(range => chosen.Last(s => s <= range.Greatest))];
    }

    private static ShiftPlan? OneResidualShift(IReadOnlyList<AffineProduct> products, int bits, int[] shifts)
    {
        var k = products.Zip(shifts, (product, s) => ShiftRange.ResidualShift(product, s, bits)).Max();
        var holds = products.Zip(shifts).All(pair =>
            EpilogueConstants.Fit(pair.First, pair.Second, k, bits)
            && EpilogueConstants.Worst(pair.First, pair.Second, k).Holds);
        return holds ? new ShiftPlan(bits, [.. shifts.Select(s => (s, k))]) : null;
    }
}

using System.Collections.Immutable;

namespace Bitloom.Data;

/// <summary>Ranges of consecutive points that are flagged.</summary>
internal static class DetectionRanges
{
    /// <summary>The ranges in order; none runs over a recording's bounds.</summary>
    public static List<RowRange> Of(ReadOnlySpan<bool> flags, ImmutableArray<RowRange> bounds)
    {
        var ranges = new List<RowRange>();
        foreach (var bound in bounds.IsDefault ? [new RowRange(0, flags.Length)] : bounds)
        {
            var start = -1;
            for (var i = bound.Start; i <= bound.End; i++)
            {
                var flagged = i < bound.End && flags[i];
                if (flagged && start < 0)
                    start = i;
                if (flagged || start < 0)
                    continue;
                ranges.Add(new RowRange(start, i));
                start = -1;
            }
        }

        return ranges;
    }

    /// <summary>The sum, over the ranges, of how well the others cover each: 0 to 1.</summary>
    public static double Covered(List<RowRange> ranges, List<RowRange> others, double existence)
    {
        var (sum, first) = (0.0, 0);
        foreach (var range in ranges)
        {
            // Both lists are in order, so that what ends before this range is never looked at again.
            while (first < others.Count && others[first].End <= range.Start)
                first++;
            var (touching, points) = (0, 0);
            for (var i = first; i < others.Count && others[i].Start < range.End; i++)
            {
                touching++;
                points += Math.Min(range.End, others[i].End) - Math.Max(range.Start, others[i].Start);
            }

            if (touching > 0)
                sum += existence + (1 - existence) * points / range.Count / touching;
        }

        return sum;
    }
}

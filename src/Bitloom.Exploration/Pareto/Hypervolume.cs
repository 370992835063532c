using System.Collections.Immutable;

namespace Bitloom.Exploration;

/// <summary>
/// The volume between points and a reference that is worse than they are: how much of all that could be asked for they
/// fulfil. Exact: a sweep in two dimensions, else sums of exclusive volumes (While, Bradstreet and Barone 2012, WFG).
/// </summary>
public static class Hypervolume
{
    private const int Sweepable = 2;

    /// <summary>Points that are not better than the reference in each coordinate add nothing.</summary>
    public static double Of(IEnumerable<ImmutableArray<double>> points, ImmutableArray<double> reference) =>
        Volume([.. points.Where(point => IsBelow(point, reference))], reference);

    private static double Volume(List<ImmutableArray<double>> points, ImmutableArray<double> reference)
    {
        if (reference.Length == Sweepable)
            return Area(points, reference);
        var front = NonDominated(points);
        return Enumerable.Range(0, front.Count).Sum(index => Exclusive(front, index, reference));
    }

    /// <summary>Each point that is lower than all to its left adds the rectangle between it and them.</summary>
    private static double Area(List<ImmutableArray<double>> points, ImmutableArray<double> reference)
    {
        double area = 0, height = reference[1];
        foreach (var point in points.OrderBy(point => point[0]).Where(point => point[1] < height))
        {
            area += (reference[0] - point[0]) * (height - point[1]);
            height = point[1];
        }

        return area;
    }

    /// <summary>What a point adds to those after it: its box less what they cover of it.</summary>
    private static double Exclusive(List<ImmutableArray<double>> points, int index, ImmutableArray<double> reference)
    {
        var point = points[index];
        var box = point.Zip(reference, (from, to) => to - from).Aggregate(1.0, (product, side) => product * side);
        var limited = points.Skip(index + 1).Select(other => Worst(point, other));
        return box - Volume([.. limited], reference);
    }

    private static List<ImmutableArray<double>> NonDominated(List<ImmutableArray<double>> points)
    {
        var kept = new List<ImmutableArray<double>>();
        foreach (var point in points.Where(point => !kept.Exists(other => Covers(other, point))))
        {
            kept.RemoveAll(other => Covers(point, other));
            kept.Add(point);
        }

        return kept;
    }

    private static ImmutableArray<double> Worst(ImmutableArray<double> a, ImmutableArray<double> b) =>
        [.. a.Zip(b, Math.Max)];

    private static bool Covers(ImmutableArray<double> a, ImmutableArray<double> b)
    {
        for (var i = 0; i < a.Length; i++)
        {
            if (a[i] > b[i])
                return false;
        }

        return true;
    }

    private static bool IsBelow(ImmutableArray<double> point, ImmutableArray<double> reference) =>
        point.Zip(reference).All(pair => pair.First < pair.Second);
}

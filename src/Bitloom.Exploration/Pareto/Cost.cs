using System.Collections.Immutable;
using Bitloom.Projects;

namespace Bitloom.Exploration;

/// <summary>What a point costs in each objective, and by how much it breaks the constraints.</summary>
internal sealed record Cost(ImmutableArray<double> Values, double Excess)
{
    /// <summary>A measure that is missing or not a number is as bad as can be.</summary>
    public static Cost Of(TrialPoint point, ImmutableArray<Measure> objectives) =>
        new([.. objectives.Select(measure => Known(point.Measures.GetValueOrDefault(measure, double.NaN)))],
            Known(point.Excess));

    /// <summary>Constraint domination (Deb et al. 2002): the excess decides before the objectives do.</summary>
    public bool Dominates(Cost other) =>
        Excess != other.Excess ? Excess < other.Excess
        : Excess == 0 && NoWhereWorse(other) && !Values.SequenceEqual(other.Values);

    public bool Equals(Cost? other) =>
        other is not null && Excess.Equals(other.Excess) && Values.SequenceEqual(other.Values);

    public override int GetHashCode() =>
        Values.Aggregate(Excess.GetHashCode(), (hash, value) => HashCode.Combine(hash, value));

    private bool NoWhereWorse(Cost other)
    {
        for (var i = 0; i < Values.Length; i++)
        {
            if (Values[i] > other.Values[i])
                return false;
        }

        return true;
    }

    private static double Known(double value) => double.IsNaN(value) ? double.PositiveInfinity : value;
}

using System.Collections.Immutable;

namespace Bitloom.Exploration;

/// <summary>By how much the loss grows when one tensor alone has fewer bits.</summary>
/// <param name="Name">Of a weight matrix or an activation tensor.</param>
/// <param name="Increase">By the bits that it may have; in the units of the loss.</param>
public sealed record TensorLosses(string Name, ImmutableSortedDictionary<int, double> Increase)
{
    /// <summary>The width of at most so many bits with the least increase, of equal ones the widest; null: none.</summary>
    public int? BestOf(int mostBits)
    {
        int? best = null;
        foreach (var (bits, increase) in Increase)
        {
            if (bits <= mostBits && (best is null || increase <= Increase[best.Value]))
                best = bits;
        }

        return best;
    }
}

/// <summary>Whose widths are to be chosen.</summary>
/// <param name="Matrices">Weight matrices, in the order of <see cref="EngineCandidate.Words"/>.</param>
/// <param name="Activations">Everything else that has a width.</param>
public sealed record PrecisionProblem(ImmutableArray<TensorLosses> Matrices, ImmutableArray<TensorLosses> Activations);

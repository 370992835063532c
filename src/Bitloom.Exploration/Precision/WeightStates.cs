using System.Collections.Concurrent;
using System.Collections.Immutable;
using Bitloom.Engine;

namespace Bitloom.Exploration;

/// <summary>
/// All widths of the weight matrices that can be the best, by dynamic programming over the matrices with Pareto pruning
/// (<see cref="PlaneState.Dominates"/>). Engines whose words hold as many weights have them in common.
/// </summary>
internal sealed class WeightStates(ImmutableArray<TensorLosses> matrices)
{
    private readonly ConcurrentDictionary<(string Words, int Bits), Lazy<ImmutableArray<PlaneState>>> _known = new();

    /// <summary>Undominated states for weights of at most <paramref name="mostBits"/>, the least loss first.</summary>
    /// <param name="words">Of each matrix.</param>
    public ImmutableArray<PlaneState> Of(ImmutableArray<int> words, int mostBits) => _known.GetOrAdd(
        (string.Join(',', words), mostBits), _ => new(() => Make(words, mostBits))).Value;

    /// <summary>The planes of the narrowest widths that every matrix can have.</summary>
    public WeightPlanes Narrowest(ImmutableArray<int> words)
    {
        var (bits, end) = (matrices.Min(matrix => matrix.Increase.Keys.Min()), words.Sum());
        return WeightPlanes.Of([(bits, end)]);
    }

    private ImmutableArray<PlaneState> Make(ImmutableArray<int> words, int mostBits)
    {
        IReadOnlyList<PlaneState> states = [PlaneState.None(mostBits)];
        for (var index = 0; index < matrices.Length; index++)
        {
            var (matrix, size) = (matrices[index], words[index]);
            states = Undominated(states.SelectMany(state => matrix.Increase
                .Where(choice => choice.Key <= mostBits)
                .Select(choice => state.With(choice.Key, size, choice.Value))));
        }

        return [.. states];
    }

    // Whatever dominates a state has no more loss, so that it comes before it or is its equal.
    private static List<PlaneState> Undominated(IEnumerable<PlaneState> states)
    {
        var kept = new List<PlaneState>();
        foreach (var state in states.OrderBy(state => state.Loss).Distinct(PlaneState.ByWords))
        {
            if (!kept.Exists(better => better.Dominates(state)))
                kept.Add(state);
        }

        return kept;
    }
}

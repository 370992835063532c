namespace Bitloom.Engine;

/// <summary>
/// Activations connected by "not in the same bank": within a group one choice decides all others.
/// </summary>
internal sealed class ParityGroups
{
    private readonly Dictionary<TensorReference, (int Group, bool Odd)> parities = [];

    /// <summary>Number of groups.</summary>
    public int Count { get; private set; }

    /// <summary>The groups, or null when the demands contradict each other.</summary>
    public static ParityGroups? Of(IReadOnlyList<Lifetime> activations, IReadOnlyList<PlannedInstruction> program)
    {
        var groups = new ParityGroups();
        var apart = program
            .Where(instruction => instruction.Residual is not null)
            .Select(instruction => (Left: instruction.A, Right: instruction.Residual!))
            .SelectMany(pair => new[] { pair, (Left: pair.Right, Right: pair.Left) })
            .ToLookup(pair => pair.Left, pair => pair.Right);
        var members = activations.Select(lifetime => lifetime.Reference).ToHashSet();
        var consistent = activations.All(lifetime => groups.Join(lifetime.Reference, apart, members));
        return consistent ? groups : null;
    }

    /// <summary>True when the tensor is in bank 1, with the groups whose bits are set in flips exchanged.</summary>
    public bool IsOdd(TensorReference reference, long flips)
    {
        var (group, odd) = parities[reference];
        return odd ^ ((flips >> Math.Min(group, 62)) & 1) == 1;
    }

    private bool Join(
        TensorReference first, ILookup<TensorReference, TensorReference> apart, HashSet<TensorReference> members)
    {
        if (parities.ContainsKey(first))
            return true;
        var pending = new Stack<(TensorReference Reference, bool Odd)>([(first, false)]);
        var consistent = true;
        while (pending.TryPop(out var next))
        {
            if (!parities.TryAdd(next.Reference, (Count, next.Odd)))
                consistent &= parities[next.Reference].Odd == next.Odd;
            else
                foreach (var other in apart[next.Reference].Where(members.Contains))
                    pending.Push((other, !next.Odd));
        }

        Count++;
        return consistent;
    }
}

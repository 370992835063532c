namespace Bitloom.Engine;

/// <summary>
/// Divides activations between bank 0 and bank 1. The A operand and the residual of an instruction are read at once, so
/// they are in different banks; within that, the division with the least words in both banks is searched.
/// </summary>
internal static class BankAssignment
{
    private const int ExhaustiveGroups = 10;

    /// <summary>The entries of both banks, or null when some instruction's operands cannot be kept apart.</summary>
    public static IReadOnlyList<MemoryMapEntry>? Assign(
        IReadOnlyList<Lifetime> activations, IReadOnlyList<PlannedInstruction> program)
    {
        var groups = ParityGroups.Of(activations, program);
        if (groups is null)
            return null;
        var best = groups.Count <= ExhaustiveGroups ? Exhaustive(activations, groups) : Descent(activations, groups);
        return best.Entries;
    }

    private static Division Exhaustive(IReadOnlyList<Lifetime> activations, ParityGroups groups)
    {
        // The banks are alike: the first group stays where it is.
        var best = Divide(activations, groups, flips: 0);
        for (var flips = 2; flips < 1 << groups.Count; flips += 2)
            best = Better(best, Divide(activations, groups, flips));
        return best;
    }

    private static Division Descent(IReadOnlyList<Lifetime> activations, ParityGroups groups)
    {
        const long alternating = 0x2AAAAAAAAAAAAAAA;
        var best = Divide(activations, groups, alternating);
        for (var before = best with { Words = int.MaxValue }; best.Words < before.Words;)
        {
            before = best;
            for (var group = 1; group < Math.Min(groups.Count, 62); group++)
                best = Better(best, Divide(activations, groups, best.Flips ^ (1L << group)));
        }

        return best;
    }

    private static Division Better(Division left, Division right) =>
        (right.Words, right.Deeper).CompareTo((left.Words, left.Deeper)) < 0 ? right : left;

    private static Division Divide(IReadOnlyList<Lifetime> activations, ParityGroups groups, long flips)
    {
        var inBank1 = activations.ToLookup(lifetime => groups.IsOdd(lifetime.Reference, flips));
        var bank0 = FirstFit.Place(EngineMemory.Bank0, inBank1[false]);
        var bank1 = FirstFit.Place(EngineMemory.Bank1, inBank1[true]);
        var (depth0, depth1) = (FirstFit.Depth(bank0), FirstFit.Depth(bank1));
        return new(flips, depth0 + depth1, Math.Max(depth0, depth1), [.. bank0, .. bank1]);
    }

    private sealed record Division(long Flips, int Words, int Deeper, IReadOnlyList<MemoryMapEntry> Entries);
}

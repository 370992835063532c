namespace Bitloom.Engine;

/// <summary>A tensor's copy with the instructions that write it and the last that reads it.</summary>
internal sealed record Lifetime(TensorReference Reference, int FirstWrite, int LastWrite, int LastRead)
{
    /// <summary>The lifetimes of all that a program refers to, in the order of first use.</summary>
    public static IReadOnlyList<Lifetime> All(IReadOnlyList<PlannedInstruction> program)
    {
        var lifetimes = new OrderedDictionary<TensorReference, Lifetime>();
        for (var index = 0; index < program.Count; index++)
        {
            foreach (var read in program[index].Reads)
                lifetimes[read] = lifetimes.GetValueOrDefault(read, Present(read)) with { LastRead = index };
            if (program[index].Destination is { } destination)
                lifetimes[destination] = Written(lifetimes, destination, index);
        }

        return [.. lifetimes.Values];
    }

    // A constant or the input: there before the first instruction.
    private static Lifetime Present(TensorReference reference) => new(reference, -1, -1, -1);

    private static Lifetime Written(
        OrderedDictionary<TensorReference, Lifetime> lifetimes, TensorReference reference, int index) =>
        lifetimes.TryGetValue(reference, out var known)
            ? known with { LastWrite = index, LastRead = index }
            : new(reference, index, index, index);
}

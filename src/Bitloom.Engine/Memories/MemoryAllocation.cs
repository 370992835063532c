using System.Collections.Immutable;
using Bitloom.Ir;

namespace Bitloom.Engine;

/// <summary>Where everything that a program refers to lies.</summary>
/// <param name="Entries">Activations of both banks, of bank B, then the input, constants and weights.</param>
/// <param name="ConstantBases">First epilogue word (products) or exponential word (softmaxes) of an operation.</param>
internal sealed record MemoryAllocation(
    ImmutableArray<MemoryMapEntry> Entries, ImmutableSortedDictionary<string, int> ConstantBases)
{
    private readonly ImmutableDictionary<(string Tensor, TensorLayout Layout), MemoryMapEntry> places =
        Entries.ToImmutableDictionary(entry => (entry.Tensor, entry.Layout));

    /// <summary>The place of a tensor in the layout in which it is read.</summary>
    public MemoryMapEntry this[TensorReference reference] => places[(reference.Tensor, reference.Layout)];

    /// <summary>Words taken in a memory of tensors.</summary>
    public int Words(EngineMemory memory) => FirstFit.Depth(Entries.Where(entry => entry.Memory == memory));

    /// <summary>Allocates everything, or null when the banks cannot keep an A operand and a residual apart.</summary>
    public static MemoryAllocation? Of(IntegerGraph graph, IReadOnlyList<PlannedInstruction> program)
    {
        var byMemory = Lifetime.All(program).ToLookup(lifetime => MemoryOf(graph, lifetime.Reference));
        if (BankAssignment.Assign([.. byMemory[EngineMemory.Bank0]], program) is not { } banks)
            return null;
        EngineMemory[] others = [EngineMemory.BankB, EngineMemory.Input, EngineMemory.Constant, EngineMemory.Weight];
        var entries = others.SelectMany(memory => FirstFit.Place(memory, InOrder(graph, memory, byMemory[memory])));
        return new([.. banks, .. entries], Bases(graph));
    }

    // Wide weights come first, so that their upper bits are in the first words alone.
    private static IEnumerable<Lifetime> InOrder(
        IntegerGraph graph, EngineMemory memory, IEnumerable<Lifetime> lifetimes) => memory == EngineMemory.Weight
            ? lifetimes.OrderByDescending(lifetime => graph.TensorOf(lifetime.Reference.Tensor).Format.Bits)
            : lifetimes;

    // Bank 0 stands for both banks until the assignment.
    private static EngineMemory MemoryOf(IntegerGraph graph, TensorReference reference) =>
        (graph.Producer(reference.Tensor), reference.Layout.Kind) switch
        {
            (InputOp, _) => EngineMemory.Input,
            (ConstantOp, LayoutKind.Activation) => EngineMemory.Constant,
            (ConstantOp, _) => EngineMemory.Weight,
            (_, LayoutKind.Activation) => EngineMemory.Bank0,
            _ => EngineMemory.BankB,
        };

    private static ImmutableSortedDictionary<string, int> Bases(IntegerGraph graph)
    {
        var bases = ImmutableSortedDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        var (epilogue, exponential) = (0, 0);
        foreach (var op in graph.Operations)
        {
            if (op is SoftmaxOp softmax)
                (bases[op.Output.Name], exponential) = (exponential, exponential + softmax.Exponentials.Length);
            if (op is MatMulOp or NormOp)
                (bases[op.Output.Name], epilogue) = (epilogue, epilogue + EpilogueImage.Words(op));
        }

        return bases.ToImmutable();
    }
}

using System.Collections.Immutable;

namespace Bitloom.Ir;

/// <summary>
/// Replaces M, N and B lists whose entries are all equal by one shared entry. The engine shares an epilogue word only
/// when all three are shared; narrowing each on its own keeps the rule in one place.
/// </summary>
public sealed class NarrowSharedConstants : IGraphPass
{
    /// <inheritdoc/>
    public string Name => nameof(NarrowSharedConstants);

    /// <inheritdoc/>
    public string Description => "Replaces multipliers and offsets that are equal in all columns by one shared entry";

    /// <inheritdoc/>
    public IntegerGraph Run(IntegerGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return graph with { Operations = [.. graph.Operations.Select(Narrow)] };
    }

    private static IntegerOp Narrow(IntegerOp operation) =>
        operation is MatMulOp product ? product with { Epilogue = Narrow(product.Epilogue) } : operation;

    private static Epilogue Narrow(Epilogue epilogue) => epilogue with
    {
        Multipliers = Narrow(epilogue.Multipliers),
        Offsets = Narrow(epilogue.Offsets),
        Residual = epilogue.Residual is { } term ? term with { Multipliers = Narrow(term.Multipliers) } : null,
    };

    private static ImmutableArray<T> Narrow<T>(ImmutableArray<T> entries)
        where T : IEquatable<T> =>
        entries.All(entry => entry.Equals(entries[0])) ? [entries[0]] : entries;
}

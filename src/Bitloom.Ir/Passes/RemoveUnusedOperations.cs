namespace Bitloom.Ir;

/// <summary>Removes what no output depends on. The input stays: the host streams it in any case.</summary>
public sealed class RemoveUnusedOperations : IGraphPass
{
    /// <inheritdoc/>
    public string Name => nameof(RemoveUnusedOperations);

    /// <inheritdoc/>
    public string Description => "Removes operations that no output depends on";

    /// <inheritdoc/>
    public IntegerGraph Run(IntegerGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var needed = graph.Outputs.ToHashSet(StringComparer.Ordinal);

        // Operands are earlier operations, so one walk from the end sees each reader before what it reads.
        foreach (var operation in graph.Operations.Reverse().Where(op => needed.Contains(op.Output.Name)))
            needed.UnionWith(operation.Operands);
        var kept = graph.Operations.Where(op => op is InputOp || needed.Contains(op.Output.Name));
        return graph with { Operations = [.. kept] };
    }
}

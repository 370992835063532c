using Bitloom.Diagnostics;

namespace Bitloom.Ir;

/// <summary>
/// Checks every invariant that the evaluators and the compiler rely on (docs/ir.md, "Invariants"). A graph of ours with
/// a violation is a fault of ours, so it runs after every pass, in every build.
/// </summary>
public static class GraphVerifier
{
    /// <summary>Everything that does not hold, in the order of the operations; empty for a valid graph.</summary>
    public static IReadOnlyList<Violation> Verify(IntegerGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var violations = new Violations();
        GraphRules.Check(graph, violations);
        var earlier = new Dictionary<string, IntegerOp>(StringComparer.Ordinal);
        foreach (var operation in graph.Operations)
        {
            if (TensorRules.Check(operation.Output, operation is ConstantOp, violations))
                operation.Accept(new OperationRules(earlier, violations));
            earlier.TryAdd(operation.Output.Name, operation);
        }

        // Ranges are defined only where everything else holds.
        if (violations.Found.Count == 0)
            RangeRules.Check(graph, violations);
        return violations.Found;
    }

    /// <summary>Throws unless the graph is valid.</summary>
    /// <param name="passName">Who made the graph.</param>
    /// <exception cref="CompilerBugException">Lists all violations.</exception>
    public static void Require(IntegerGraph graph, string passName)
    {
        var violations = Verify(graph);
        if (violations.Count > 0)
            throw new CompilerBugException($"graph after {passName}", string.Join("; ", violations));
    }
}

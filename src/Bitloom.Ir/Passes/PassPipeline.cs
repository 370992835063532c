namespace Bitloom.Ir;

/// <summary>Passes in order, with the verifier after each.</summary>
public static class PassPipeline
{
    /// <summary>The passes of every build, in their order.</summary>
    public static IReadOnlyList<IGraphPass> Standard { get; } =
        [new RemoveUnusedOperations(), new NarrowSharedConstants()];

    /// <summary>Runs the standard passes.</summary>
    public static IntegerGraph Run(IntegerGraph graph) => Run(graph, Standard);

    /// <summary>Runs <paramref name="passes"/>.</summary>
    /// <exception cref="Diagnostics.CompilerBugException">A pass left an invalid graph.</exception>
    public static IntegerGraph Run(IntegerGraph graph, IEnumerable<IGraphPass> passes)
    {
        ArgumentNullException.ThrowIfNull(passes);
        foreach (var pass in passes)
        {
            graph = pass.Run(graph);
            GraphVerifier.Require(graph, pass.Name);
        }

        return graph;
    }
}

using Bitloom.Ir;

namespace Bitloom.Interpreter;

/// <summary>
/// The oracle: evaluates an integer graph as docs/arithmetic.md says it, in 64-bit integers with checked arithmetic.
/// Clear rather than fast; shares only <see cref="IntegerArithmetic"/> with the other evaluators.
/// </summary>
public static class GraphInterpreter
{
    /// <summary>Runs one inference.</summary>
    /// <param name="input">The quantized window, row-major: tokens by features.</param>
    /// <exception cref="Diagnostics.CompilerBugException">A value does not fit its tensor.</exception>
    public static InterpretationResult Run(IntegerGraph graph, ReadOnlySpan<int> input)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var tensors = new Dictionary<string, int[]>(StringComparer.Ordinal);
        var evaluation = new OperationEvaluation(graph, input.ToArray(), tensors);
        foreach (var operation in graph.Operations)
        {
            var values = operation.Accept(evaluation);
            StoredValues.Require(operation, values);
            tensors.Add(operation.Output.Name, values);
        }

        return new InterpretationResult(tensors, graph.Outputs);
    }
}

using System.Text;

namespace Bitloom.Ir;

/// <summary>
/// The text form of docs/ir.md: a header line, then one paragraph an operation. <see cref="GraphParser"/> reads back
/// exactly what is printed here.
/// </summary>
public static class GraphPrinter
{
    /// <summary>Prints a graph; lines end in a line feed.</summary>
    public static string Print(IntegerGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var text = new StringBuilder();
        text.Append("graph ").Append(GraphSyntax.Quote(graph.Name)).Append(" -> ").Append(GraphSyntax.Join(graph.Outputs)).Append('\n');
        foreach (var operation in graph.Operations)
            text.Append('\n').Append(operation.Accept(OperationPrinter.Instance));
        return text.ToString();
    }
}

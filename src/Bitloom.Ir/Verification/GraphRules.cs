namespace Bitloom.Ir;

/// <summary>Names, the one input, the outputs, and that nothing is computed in vain.</summary>
internal static class GraphRules
{
    private const string Place = "graph";

    public static void Check(IntegerGraph graph, Violations violations)
    {
        var inputs = graph.Operations.Count(op => op is InputOp);
        violations.Require(inputs == 1, Place, $"has {inputs} inputs instead of one");
        violations.Require(
            !graph.Name.Any(char.IsControl), Place, $"has a name with a control character");
        Names(graph, violations);
        Uses(graph, violations);
    }

    private static void Names(IntegerGraph graph, Violations violations)
    {
        foreach (var group in graph.Operations.GroupBy(op => op.Output.Name, StringComparer.Ordinal))
        {
            violations.Require(
                IsName(group.Key), Place, $"'{group.Key}' is not a name: letters, digits, '_', '-', '.'");
            violations.Require(group.Count() == 1, Place, $"'{group.Key}' is defined {group.Count()} times");
        }
    }

    private static void Uses(IntegerGraph graph, Violations violations)
    {
        var read = graph.Operations.SelectMany(op => op.Operands).ToHashSet(StringComparer.Ordinal);
        var defined = graph.Operations.Select(op => op.Output.Name).ToList();
        foreach (var name in defined.Where(name => !graph.Outputs.Contains(name) && !read.Contains(name)))
            violations.Require(false, name, $"is neither used nor an output");
        violations.Require(!graph.Outputs.IsDefaultOrEmpty, Place, $"has no output");
        foreach (var output in graph.Outputs.GroupBy(name => name, StringComparer.Ordinal))
        {
            violations.Require(defined.Contains(output.Key), Place, $"the output '{output.Key}' is not defined");
            violations.Require(
                output.Count() == 1, Place, $"the output '{output.Key}' is named {output.Count()} times");
        }
    }

    private static bool IsName(string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.');
}

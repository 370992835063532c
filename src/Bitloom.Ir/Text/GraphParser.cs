using System.Text.RegularExpressions;
using Bitloom.Diagnostics;

namespace Bitloom.Ir;

/// <summary>
/// Reads the text form of docs/ir.md. Checks the form only: whether the graph is valid is <see cref="GraphVerifier"/>'s
/// question.
/// </summary>
public static partial class GraphParser
{
    /// <summary>The graph, or everything that is wrong with the text.</summary>
    /// <param name="file">Where the text is from, for the locations of diagnostics.</param>
    public static Checked<IntegerGraph> Parse(string text, string file = "graph")
    {
        ArgumentNullException.ThrowIfNull(text);
        var faults = new TextFaults(file);
        var parts = GraphText.Read(text, faults);
        var match = Header().Match(parts.Header);
        var name = GraphSyntax.Unquote(match.Groups["name"].Value);
        if (name is null)
            faults.NoHeader(parts.Line, parts.Header);
        var operations = parts.Paragraphs.Select(paragraph => OperationParser.Parse(paragraph, faults)).ToList();
        var outputs = match.Groups["outputs"].Value.Split(", ");
        return faults.Found.Count > 0 || name is null
            ? Checked.Failure<IntegerGraph>(faults.Found)
            : Checked.Success(new IntegerGraph(name, [.. operations.OfType<IntegerOp>()], [.. outputs]));
    }

    [GeneratedRegex(
        @"^graph (?<name>"".*"") -> (?<outputs>\S+(, \S+)*)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Header();
}

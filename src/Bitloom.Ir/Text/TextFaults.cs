using System.Globalization;
using Bitloom.Diagnostics;

namespace Bitloom.Ir;

/// <summary>What can be wrong with the text form of a graph, each with its line.</summary>
internal sealed class TextFaults(string file)
{
    private readonly List<Diagnostic> found = [];

    public IReadOnlyList<Diagnostic> Found => found;

    public void NoHeader(int line, string text) => Add(
        "GRAPH001", line, text.Length == 0 ? "the text is empty" : $"the first line is '{text}'",
        "the first line is: graph \"name\" -> output", "begin with the graph's name and its output tensor");

    public void NoOperation(int line, string text) => Add(
        "GRAPH002", line, $"the line '{text}' defines no tensor",
        "name : rows x columns s8 scale 0.5 zero 0 = operation", "write the line in this form, or indent a field");

    public void UnknownOperation(int line, string text, IReadOnlyList<string> known) => Add(
        "GRAPH003", line, $"the operation is '{text}'", "one of: " + string.Join(", ", known), Suggestion(text, known));

    public void UnknownField(int line, string text, IReadOnlyList<string> known) => Add(
        "GRAPH004", line, $"the field is '{text}'",
        known.Count == 0 ? "no fields" : "one of: " + string.Join(", ", known), Suggestion(text, known));

    public void MissingField(int line, string tensor, string field) => Add(
        "GRAPH005", line, $"'{tensor}' has no field '{field}'", "every field of the operation once",
        $"add a line: {field} = ...");

    public void NoNumber(int line, string what, string text, string expected) => Add(
        "GRAPH006", line, $"{what} is '{text}'", expected, "write the number in digits, within the range");

    public void Twice(int line, string tensor, string field) => Add(
        "GRAPH007", line, $"'{tensor}' has the field '{field}' twice", "every field of the operation once",
        "remove one of the two");

    public void Stray(int line, string text) => Add(
        "GRAPH008", line, $"the indented line '{text}' belongs to nothing",
        "fields below an operation, numbers below a field", "remove the line or its indentation");

    private static string Suggestion(string text, IEnumerable<string> known) =>
        Nearest.To(text, known) is { } nearest ? $"write '{nearest}'" : "remove it";

    private void Add(string code, int line, string text, string expected, string remedy) =>
        found.Add(Diagnostic.Error(
            code, string.Create(CultureInfo.InvariantCulture, $"{file}:{line}"), text, expected, remedy));
}

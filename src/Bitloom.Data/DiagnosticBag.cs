using System.Globalization;
using Bitloom.Diagnostics;

namespace Bitloom.Data;

/// <summary>Collects findings, the first twenty of each code in full and the rest as a count.</summary>
internal sealed class DiagnosticBag
{
    public const int ShownOfEachCode = 20;

    private readonly List<Diagnostic> shown = [];
    private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);

    public bool HasErrors => shown.Any(d => d.Severity == Severity.Error);

    public void Error(string code, string location, string found, string expected, string remedy) =>
        Add(Diagnostic.Error(code, location, found, expected, remedy));

    public void Warning(string code, string location, string found, string expected, string remedy) =>
        Add(Diagnostic.Warning(code, location, found, expected, remedy));

    public IReadOnlyList<Diagnostic> ToList() => [.. shown, .. counts.SelectMany(Rest)];

    private void Add(Diagnostic diagnostic)
    {
        counts[diagnostic.Code] = counts.GetValueOrDefault(diagnostic.Code) + 1;
        if (counts[diagnostic.Code] <= ShownOfEachCode)
            shown.Add(diagnostic);
    }

    private IEnumerable<Diagnostic> Rest(KeyValuePair<string, int> count)
    {
        if (count.Value <= ShownOfEachCode)
            yield break;
        var last = shown.Last(d => string.Equals(d.Code, count.Key, StringComparison.Ordinal));
        var more = (count.Value - ShownOfEachCode).ToString(CultureInfo.InvariantCulture);
        yield return last with { Location = "", Found = $"{more} more findings of this kind are not shown" };
    }
}

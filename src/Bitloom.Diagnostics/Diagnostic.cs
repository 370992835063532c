namespace Bitloom.Diagnostics;

/// <summary>How bad a <see cref="Diagnostic"/> is.</summary>
public enum Severity
{
    /// <summary>Something worth knowing; the work goes on.</summary>
    Warning,

    /// <summary>The work cannot be done as asked.</summary>
    Error,
}

/// <summary>
/// One finding about what the user gave us. <paramref name="Found"/> is what is there, <paramref name="Expected"/>
/// what should be, <paramref name="Remedy"/> what to do about it; each is one sentence without a trailing period.
/// </summary>
/// <param name="Code">Stable identifier such as <c>DATA003</c>; every code has an exact-text test.</param>
/// <param name="Location">File with line, or a dotted key of the project file; empty when there is none.</param>
public sealed record Diagnostic(
    string Code, Severity Severity, string Location, string Found, string Expected, string Remedy)
{
    /// <summary>An error diagnostic.</summary>
    public static Diagnostic Error(string code, string location, string found, string expected, string remedy) =>
        new(code, Severity.Error, location, found, expected, remedy);

    /// <summary>A warning diagnostic.</summary>
    public static Diagnostic Warning(string code, string location, string found, string expected, string remedy) =>
        new(code, Severity.Warning, location, found, expected, remedy);

    /// <summary>The plain text form, one fact a line.</summary>
    public override string ToString()
    {
        var kind = Severity == Severity.Error ? "error" : "warning";
        var head = Location.Length == 0 ? $"{kind} {Code}: {Found}" : $"{kind} {Code} at {Location}: {Found}";
        return $"{head}\n  expected: {Expected}\n  remedy:   {Remedy}";
    }
}

using System.Globalization;
using Bitloom.Diagnostics;
using Spectre.Console;

namespace Bitloom.Cli;

/// <summary>Prints diagnostics, all of them, errors first, and how many there were.</summary>
public static class DiagnosticPrinter
{
    /// <summary>Prints; nothing when there are none.</summary>
    public static void Print(IAnsiConsole console, IReadOnlyCollection<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics.OrderByDescending(d => d.Severity))
            console.Write(new Text(diagnostic + "\n", new Style(ColorOf(diagnostic.Severity))));
        if (diagnostics.Count > 1)
            console.WriteLine(Sum(diagnostics));
    }

    private static string Sum(IReadOnlyCollection<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Count(d => d.Severity == Severity.Error);
        return $"{Plural(errors, "error")}, {Plural(diagnostics.Count - errors, "warning")}";
    }

    private static string Plural(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    private static Color ColorOf(Severity severity) => severity switch
    {
        Severity.Warning => Color.Yellow,
        Severity.Error => Color.Red,
    };
}

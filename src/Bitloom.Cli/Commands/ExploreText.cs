using System.Globalization;
using Bitloom.Exploration;
using Bitloom.Projects;
using Bitloom.Reporting;
using Spectre.Console;

namespace Bitloom.Cli;

/// <summary>A study on the console.</summary>
internal static class ExploreText
{
    /// <summary>The front as a table, and where to look.</summary>
    public static void Show(IAnsiConsole console, ExploreResult result, bool quiet)
    {
        if (!quiet)
        {
            CommandTerminal.Line(
                console, $"{result.Finished} trials; {result.Front.Length} points that no other one beats:");
            console.Write(Table(result));
        }

        CommandTerminal.Line(console, $"Study: {Path.Combine(result.Folder!, ExploreResult.PageOf(result.Study!))}");
    }

    private static Table Table(ExploreResult result)
    {
        var table = MeasureText.Table(
            ["point", "error", "test"], ["widths of weights", "activations", "settings", "simulated"]);
        foreach (var point in result.Front)
        {
            table.AddRow(
            [
                string.Create(CultureInfo.InvariantCulture, $"{point.Trial.Number}.{point.Index}"),
                MeasureText.Of(point.Point.Measures, Measure.Error), NumberText.Number(point.Point.TestScore),
                .. MeasureText.Cells(point.Point.Measures),
                BitsText.OfWeights(point.Point.Bits), BitsText.OfActivations(point.Point.Bits),
                string.Join(" ", point.Trial.Settings.Select(setting => $"{LastOf(setting.Key)}={setting.Value}")),
                VerificationText(point.Point.Verification),
            ]);
        }

        return table;
    }

    private static string LastOf(string key) => key[(key.LastIndexOf('.') + 1)..];

    private static string VerificationText(PointVerification? verification) => verification switch
    {
        null => "no",
        { Differences: 0 } => string.Create(CultureInfo.InvariantCulture, $"{verification.Windows} windows agree"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{verification.Differences} differences"),
    };
}

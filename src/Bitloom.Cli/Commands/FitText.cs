using System.Collections.Immutable;
using System.Globalization;
using Bitloom.Exploration;
using Bitloom.Projects;
using Bitloom.Reporting;
using Bitloom.Toolchain;
using Spectre.Console;

namespace Bitloom.Cli;

/// <summary>What fits, on the console.</summary>
internal static class FitText
{
    private const int MostAlternatives = 12;

    /// <summary>The answer, what was trained besides, faster engines, and the command that builds it.</summary>
    public static void Show(IAnsiConsole console, FitResult result, BuildRequest request, bool quiet)
    {
        if (quiet)
        {
            CommandTerminal.Line(console, $"{result.SettingsFile}");
            return;
        }

        var best = result.Trained[0];
        CommandTerminal.Line(
            console, $"The most accurate version that fits the {result.Project!.Engine.Device.Name}: {Summary(best)}.");
        CommandTerminal.Line(console, $"widths:   {BitsText.Of(best.Bits)}");
        console.Write(Trained(result.Trained));
        CommandTerminal.Line(console, $"Engines for the same model that are faster, by predicted loss (not trained):");
        console.Write(Alternatives(result.Faster));
        CommandTerminal.Line(console, $"Build it: {BuildText(result, request)}");
    }

    private static string Summary(TrialPoint point) => string.Join(", ", (string[])
    [
        $"error {NumberText.Number(point.Measures[Measure.Error])} in validation",
        $"{MeasureText.Of(point.Measures, Measure.Latency)} ms",
        .. point.Measures.ContainsKey(Measure.Energy)
            ? (string[])[$"{MeasureText.Of(point.Measures, Measure.Energy)} mJ an inference"] : [],
        $"{MeasureText.Of(point.Measures, Measure.Luts)} LUTs",
    ]);

    private static Table Trained(ImmutableArray<TrialPoint> points)
    {
        var table = MeasureText.Table(["trained", "error", "test"], ["widths of weights", "activations"]);
        for (var index = 0; index < points.Length; index++)
        {
            var point = points[index];
            table.AddRow(
            [
                index == 0 ? "chosen" : (index + 1).ToString(CultureInfo.InvariantCulture),
                NumberText.Number(point.Measures[Measure.Error]), NumberText.Number(point.TestScore),
                .. MeasureText.Cells(point.Measures),
                BitsText.OfWeights(point.Bits), BitsText.OfActivations(point.Bits),
            ]);
        }

        return table;
    }

    private static Table Alternatives(ImmutableArray<FitAlternative> alternatives)
    {
        var table = MeasureText.Table(["engine", "loss"], ["widths of weights", "activations"]);
        foreach (var each in alternatives.Take(MostAlternatives))
        {
            table.AddRow(
            [
                each.Engine, "+" + NumberText.Percent(each.PredictedLoss), .. MeasureText.Cells(each.Measures),
                BitsText.OfWeights(each.Bits), BitsText.OfActivations(each.Bits),
            ]);
        }

        return table;
    }

    private static string BuildText(FitResult result, BuildRequest request) => ShellText.Quote(
    [
        "bitloom", "build", request.ProjectPath,
        .. request.Settings.SelectMany(setting => (string[])["--set", $"{setting.Key}={setting.Value}"]),
        "--settings", Path.GetRelativePath(Environment.CurrentDirectory, result.SettingsFile!),
    ]);
}

using System.Globalization;
using Bitloom.Reporting;
using Spectre.Console;

namespace Bitloom.Cli;

/// <summary>What a board computed, on the console.</summary>
internal static class RunText
{
    /// <summary>Verdict and, unless asked to be quiet, counts, metric, speed and what the line did.</summary>
    public static void Show(IAnsiConsole console, RunSummary summary, bool quiet)
    {
        if (!quiet)
            ShowNumbers(console, summary);
        CommandTerminal.Line(console, $"{Verdict(summary)}");
    }

    private static void ShowNumbers(IAnsiConsole console, RunSummary summary)
    {
        var (line, seconds) = (summary.Line, summary.Duration.TotalSeconds);
        CommandTerminal.Line(console, $"board:     {summary.Port}");
        CommandTerminal.Line(
            console, $"windows:   {NumberText.Count(summary.Windows)} of {NumberText.Count(summary.TestWindows)}");
        CommandTerminal.Line(
            console,
            $"outputs:   {NumberText.Count(summary.Compared)} compared, {NumberText.Count(summary.Differences)} differences");
        CommandTerminal.Line(
            console, $"RMSE:      {Number(summary.Rmse)}; of the integer model {Number(summary.IntegerRmse)}");
        CommandTerminal.Line(
            console,
            $"line:      {line.Requests} requests answered, {line.Retries} retries ({line.Refusals} errors, {line.TimeOuts} time-outs)");
        if (seconds > 0)
            CommandTerminal.Line(console, $"speed:     {summary.Windows / seconds:0} windows/s");
    }

    private static string Number(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);

    private static string Verdict(RunSummary summary) => summary.Differences == 0
        ? "Verified: the board agrees to the bit."
        : "NOT VERIFIED: this board must not be used.";
}

using Bitloom.Reporting;
using Spectre.Console;

namespace Bitloom.Cli;

/// <summary>A simulation's summary on the console.</summary>
internal static class SimulationText
{
    /// <summary>Verdict and, unless asked to be quiet, agreement, cycles and speed.</summary>
    public static void Show(IAnsiConsole console, SimulationSummary summary, TimeSpan duration, bool quiet)
    {
        if (!quiet)
            console.Write(Agreement(summary));
        if (!quiet)
            ShowNumbers(console, summary, duration);
        CommandTerminal.Line(console, $"{Verdict(summary)}");
    }

    private static void ShowNumbers(IAnsiConsole console, SimulationSummary summary, TimeSpan duration)
    {
        var (cycles, seconds) = (summary.Cycles, duration.TotalSeconds);
        CommandTerminal.Line(
            console, $"windows:   {NumberText.Count(summary.Windows)} of {NumberText.Count(summary.TestWindows)}");
        CommandTerminal.Line(
            console,
            $"cycles:    {NumberText.Count(cycles.Simulated)} counted, {NumberText.Count(cycles.Predicted)} predicted");
        if (seconds > 0)
            CommandTerminal.Line(console, $"speed:     {summary.Windows / seconds:0} windows/s");
    }

    private static Table Agreement(SimulationSummary summary)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("from", "to");
        table.AddColumn(new TableColumn("values compared").RightAligned());
        table.AddColumn(new TableColumn("differences").RightAligned());
        foreach (var entry in summary.Agreement)
            table.AddRow(
                Markup.Escape(entry.From), Markup.Escape(entry.To), NumberText.Count(entry.Compared),
                NumberText.Count(entry.Differences));
        return table;
    }

    private static string Verdict(SimulationSummary summary) => summary.Verified
        ? "Verified: the translated RTL agrees to the bit, and the cycles are as predicted."
        : "NOT VERIFIED: this accelerator must not be used.";
}

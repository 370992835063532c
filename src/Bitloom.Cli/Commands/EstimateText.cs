using System.Globalization;
using Bitloom.Estimation;
using Bitloom.Reporting;
using Spectre.Console;

namespace Bitloom.Cli;

/// <summary>An estimate on the console.</summary>
internal static class EstimateText
{
    /// <summary>The engine, its latency, and a table of what it takes.</summary>
    public static void Show(IAnsiConsole console, ProjectEstimate estimate)
    {
        CommandTerminal.Line(console, $"engine:   {estimate.Shape} on {estimate.Device}");
        CommandTerminal.Line(console, $"cycles:   {NumberText.Count(estimate.Cycles)} an inference, exact for these sizes and bits");
        CommandTerminal.Line(
            console, $"latency:  {estimate.Milliseconds:0.0###} ms at the {estimate.Megahertz:0.##} MHz of the project");
        if (estimate.Clock is { } clock)
        {
            CommandTerminal.Line(console, $"clock:    {clock.Megahertz:0} MHz within reach, {Error(clock.Error)}");
        }

        console.Write(Table(estimate));
        CommandTerminal.Line(console, $"Fitted to {estimate.Basis}.");
        if (estimate.Clock is { } from)
            CommandTerminal.Line(console, $"The clock is from {from.Basis}.");
    }

    private static Table Table(ProjectEstimate estimate)
    {
        var (taken, budget) = (estimate.Resources, estimate.Budget);
        var table = new Table().Border(TableBorder.Simple).AddColumn("resource");
        foreach (var column in (string[])["estimated", "available", "share"])
            table.AddColumn(new TableColumn(column).RightAligned());
        table.AddColumn("error");
        Add("LUTs", taken.Luts, budget.Lut, Error(estimate.LutError));
        Add("LUTs as memory", taken.LutMemory, budget.LutMemory, "exact");
        Add("flip-flops", taken.FlipFlops, budget.Ff, Error(estimate.FlipFlopError));
        Add("memory blocks", taken.Blocks, budget.BlockRam, "exact");
        Add("multipliers", taken.Multipliers, budget.Dsp, "exact");
        return table;

        void Add(string name, double count, int available, string error) => table.AddRow(
            name, NumberText.Number(count), NumberText.Count(available),
            available == 0 ? "" : NumberText.Percent(count / available), error);
    }

    private static string Error(FitError error) => string.Create(
        CultureInfo.InvariantCulture, $"{error.Median:0.0%} in the median, {error.High:0.0%} in 95 of 100");
}

using System.CommandLine;
using System.Globalization;
using Bitloom.Reporting;
using Spectre.Console;

namespace Bitloom.Cli;

/// <summary><c>bitloom devices</c>: the devices known, and what they have.</summary>
internal sealed class DevicesCommand(CommandTerminal terminal, IBuildPipeline pipeline)
{
    private readonly Option<bool> _json = OutputOptions.JsonOption();

    public static string[] Examples => ["bitloom devices", "bitloom devices --json"];

    public Command Make()
    {
        var command = new Command("devices", "List the devices known, with what they have.") { _json };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var devices = pipeline.Devices();
        DiagnosticPrinter.Print(terminal.Error, devices.Diagnostics);
        if (!devices.Ok)
            return ExitCode.UserFault;
        if (parsed.GetValue(_json))
            JsonText.Write(terminal, new { Devices = devices.Value });
        else
            terminal.Out.Write(TableOf(devices.Value));
        return ExitCode.Done;
    }

    private static Table TableOf(IReadOnlyList<DeviceRow> devices)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("device", "description");
        foreach (var heading in (string[])["LUTs", "memory LUTs", "flip-flops", "memory blocks", "DSP slices"])
            table.AddColumn(new TableColumn(heading).RightAligned());
        foreach (var device in devices)
            table.AddRow([.. Cells(device).Select(Markup.Escape)]);
        return table;
    }

    private static string[] Cells(DeviceRow device) =>
    [
        device.Name,
        device.Description,
        NumberText.Count(device.Budget.Lut),
        NumberText.Count(device.Budget.LutMemory),
        NumberText.Count(device.Budget.Ff),
        Blocks(device.Budget),
        NumberText.Count(device.Budget.Dsp),
    ];

    private static string Blocks(ResourceBudget budget) =>
        string.Create(CultureInfo.InvariantCulture, $"{budget.BlockRam} of {budget.BlockRamKbit} kbit");
}

using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using Bitloom.Diagnostics;
using Bitloom.Estimation;
using Bitloom.Reporting;
using Spectre.Console;

namespace Bitloom.Cli;

/// <summary><c>bitloom devices</c>: the devices known, and what they have; of one, all its numbers.</summary>
internal sealed class DevicesCommand(CommandTerminal terminal, IBuildPipeline pipeline)
{
    private const int Kbit = 1024;

    private readonly Argument<string?> _device = new("DEVICE")
    {
        Description = "One of them, or the path of a device file: all its numbers, with their sources.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _json = OutputOptions.JsonOption();

    public static string[] Examples =>
        ["bitloom devices", "bitloom devices xczu7ev", "bitloom devices ./mine.yaml", "bitloom devices --json"];

    public Command Make()
    {
        var command = new Command("devices", "List the devices known, with what they have.") { _device, _json };
        _device.CompletionSources.Add(_ => (pipeline.Devices().Value ?? []).Select(
            device => new CompletionItem(device.Name)));
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed) => parsed.GetValue(_device) is { } device
        ? Show(
            pipeline.Device(device), parsed.GetValue(_json), row => new { Device = row },
            row => DeviceText.TableOf(row.Details!))
        : Show(pipeline.Devices(), parsed.GetValue(_json), rows => new { Devices = rows }, TableOf);

    private int Show<T>(Checked<T> found, bool json, Func<T, object> whole, Func<T, Table> table)
        where T : class
    {
        DiagnosticPrinter.Print(terminal.Error, found.Diagnostics);
        if (!found.Ok)
            return ExitCode.UserFault;
        if (json)
            JsonText.Write(terminal, whole(found.Value));
        else
            terminal.Out.Write(table(found.Value));
        return ExitCode.Done;
    }

    private static Table TableOf(IReadOnlyList<DeviceRow> devices)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("device", "description");
        foreach (var heading in (string[])["LUTs", "memory LUTs", "flip-flops", "memory blocks", "multipliers"])
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
        Blocks(device),
        Multipliers(device),
    ];

    private static string Blocks(DeviceRow device) => string.Join(
        ", ",
        LargeMemories(device).Prepend((Count: device.Budget.BlockRam, Kbit: device.Budget.BlockRamKbit))
            .Select(memory => string.Create(CultureInfo.InvariantCulture, $"{memory.Count} of {memory.Kbit} kbit")));

    private static IEnumerable<(int Count, int Kbit)> LargeMemories(DeviceRow device) =>
        from memory in (DeviceMemory?[])[device.Details?.SinglePortRams, device.Details?.UltraRams]
        where memory is { Count: > 0 }
        select (memory.Count, memory.Bits / Kbit);

    private static string Multipliers(DeviceRow device) => device.Details is { Multipliers: var multipliers }
        ? $"{NumberText.Count(multipliers.Count)} {multipliers.Kind}"
        : NumberText.Count(device.Budget.Dsp);
}

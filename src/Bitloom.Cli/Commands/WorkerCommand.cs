using System.CommandLine;
using System.Net;
using Bitloom.Cluster;
using Bitloom.Diagnostics;
using Bitloom.Exploration;

namespace Bitloom.Cli;

/// <summary><c>bitloom worker</c>: runs trials of a cluster's studies until it is stopped.</summary>
internal sealed class WorkerCommand(CommandTerminal terminal)
{
    private readonly Option<string> _database = new("--database")
    {
        Description = "The PostgreSQL database of the cluster; a password may stand in PGPASSWORD.",
        HelpName = "URL",
        Required = true,
    };

    private readonly Option<string?> _address = new("--address")
    {
        Description = "This machine's address for the other workers. Default: 127.0.0.1, for workers on one machine.",
        HelpName = "ADDRESS",
    };

    private readonly Option<string?> _name = new("--name")
    {
        Description = "How the progress names this worker. Default: the machine's name.",
        HelpName = "NAME",
    };

    private readonly Option<string?> _log = new("--log")
    {
        Description = "A file for what the cluster's machinery has to say. Default: none.",
        HelpName = "FILE",
    };

    public static string[] Examples =>
    [
        "bitloom worker --database postgresql://bitloom@server/studies",
        "bitloom worker --database postgresql://bitloom@server/studies --address 192.168.1.20",
    ];

    public Command Make()
    {
        var command = new Command("worker", "Run trials of searches that are started with --cluster, until stopped.");
        foreach (var option in (Option[])[_database, _address, _name, _log])
            command.Options.Add(option);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var address = IPAddress.Loopback;
        if (parsed.GetValue(_address) is { } text && !IPAddress.TryParse(text, out address))
        {
            DiagnosticPrinter.Print(terminal.Error, [Malformed(text)]);
            return ExitCode.UserFault;
        }

        var options = new ClusterOptions(parsed.GetRequiredValue(_database)) { Address = address!, LogFile = parsed.GetValue(_log) };
        if (parsed.GetValue(_name) is { } name)
            options = options with { Name = name };
        var faults = await ClusterWorker.RunAsync(
            options, ProjectBundle.Open, new WorkerLines(terminal.Error), cancellation);
        DiagnosticPrinter.Print(terminal.Error, [.. faults]);
        return faults.Count > 0 ? ExitCode.UserFault
            : cancellation.IsCancellationRequested ? ExitCode.Cancelled
            : ExitCode.Done;
    }

    private static Diagnostic Malformed(string text) => Diagnostic.Error(
        "CLI016", "--address", $"`{text}` is no address", "an IP address of this machine, such as 192.168.1.20",
        "correct it, or leave it out when all workers are on this machine");
}

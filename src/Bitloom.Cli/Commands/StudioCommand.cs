using System.CommandLine;
using Bitloom.Diagnostics;
using Bitloom.Exploration;
using Bitloom.Projects;
using Bitloom.Studio;

namespace Bitloom.Cli;

/// <summary><c>bitloom studio</c>: studies in the browser, while they go on.</summary>
internal sealed class StudioCommand(CommandTerminal terminal)
{
    private const int UsualPort = 4300;
    private const int MostPort = 65_535;

    private readonly Argument<string> _project = new("PROJECT")
    {
        Description = "The project file (YAML), or the folder that its project.yaml is in.",
    };

    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "Folder of the results. Default: out, in the project's folder.",
        HelpName = "DIR",
    };

    private readonly Option<string?> _store = new("--store")
    {
        Description = "Where the studies are kept, as explore was told. Default: the folder of results.",
        HelpName = "PLACE",
    };

    private readonly Option<int> _port = new("--port")
    {
        Description = "Port on this machine; 0: any that is free.",
        HelpName = "PORT",
        DefaultValueFactory = _ => UsualPort,
    };

    public static string[] Examples => ["bitloom studio samples/weather", "bitloom studio project.yaml --port 0"];

    public Command Make()
    {
        var command = new Command("studio", "Show the studies of a project in the browser, on this machine alone, while they go on.");
        command.Arguments.Add(_project);
        foreach (var option in (Option[])[_output, _store, _port])
            command.Options.Add(option);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var project = ProjectReader.Read(parsed.GetRequiredValue(_project));
        Diagnostic[] told = [.. project.Diagnostics, .. Faults(parsed)];
        if (told.Length > 0)
            return Told(told);
        var folder = Explorer.FolderOf(project.Value!, parsed.GetValue(_output));
        var store = await StudyStores.OpenAsync(parsed.GetValue(_store) ?? folder, cancellation);
        if (!store.Ok)
            return Told(store.Diagnostics);
        await using var studies = store.Value;
        var started = await StudioServer.StartAsync(new(studies, folder, parsed.GetValue(_port)), cancellation);
        if (!started.Ok)
            return Told(started.Diagnostics);
        await using var server = started.Value;
        CommandTerminal.Line(terminal.Out, $"Studies at {server.Address}; Ctrl-C ends.");
        await server.Completion;
        return ExitCode.Done;
    }

    private int Told(IEnumerable<Diagnostic> diagnostics)
    {
        DiagnosticPrinter.Print(terminal.Error, [.. diagnostics]);
        return ExitCode.UserFault;
    }

    private IEnumerable<Diagnostic> Faults(ParseResult parsed)
    {
        if (parsed.GetValue(_port) is < 0 or > MostPort)
            yield return Diagnostic.Error(
                "CLI014", "--port", FormattableString.Invariant($"--port is {parsed.GetValue(_port)}"),
                FormattableString.Invariant($"a port from 0 to {MostPort}"), "leave it out, or choose another one");
    }
}

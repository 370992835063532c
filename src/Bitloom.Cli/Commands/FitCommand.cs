using System.CommandLine;
using Bitloom.Exploration;

namespace Bitloom.Cli;

/// <summary><c>bitloom fit</c>: the most accurate version of a model that fits its device.</summary>
internal sealed class FitCommand(CommandTerminal terminal, IExplorer explorer)
{
    private const string Name = "fit";

    private readonly RunOptions _run = new("No progress, and the file of settings instead of the tables.", json: true);

    public static string[] Examples =>
    [
        "bitloom fit samples/weather --device xc7s6", "bitloom fit project.yaml --set explore.constraints.latency=0.02",
        "bitloom build project.yaml --settings out/fit/settings.yaml",
    ];

    public Command Make()
    {
        var command = new Command(
            Name, "Find the widths of all tensors and the engine with which a model fits its device most accurately.");
        _run.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var request = _run.Read(parsed);
        DiagnosticPrinter.Print(terminal.Error, request.Diagnostics);
        if (!request.Ok)
            return ExitCode.UserFault;
        var verbosity = _run.Verbosity(parsed);
        var result = await ConsoleProgress.RunAsync(
            terminal.Error, verbosity, progress => explorer.FitAsync(request.Value, progress, cancellation),
            new FitResult(BuildOutcome.Cancelled, []), cancellation);
        DiagnosticPrinter.Print(terminal.Error, result.Diagnostics);
        if (_run.IsJson(parsed))
            JsonText.Write(terminal, JsonText.Of(result));
        else if (result.SettingsFile is not null)
            FitText.Show(terminal.Out, result, request.Value, verbosity == Verbosity.Quiet);
        if (result.Outcome == BuildOutcome.Cancelled)
            StopNote.Show(terminal, CommandLineText.Build(request.Value, Name));
        return ExitCode.Of(result.Outcome);
    }
}

using System.Collections.Immutable;
using System.CommandLine;
using Bitloom.Diagnostics;
using Bitloom.Reporting;

namespace Bitloom.Cli;

/// <summary><c>bitloom simulate</c>: the test set through the translated RTL.</summary>
internal sealed class SimulateCommand(CommandTerminal terminal, IBuildPipeline pipeline)
{
    private readonly RunOptions _run = new("No progress, and the verdict instead of the tables.", json: true);

    private readonly WindowOptions _windows = new();

    public static string[] Examples =>
        ["bitloom simulate samples/weather/project.yaml --all", "bitloom simulate project.yaml --windows 1000"];

    public Command Make()
    {
        var command = new Command(
            "simulate", "Play the test set through the translated RTL; finished stages of a build are taken over.");
        _run.AddTo(command);
        _windows.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var request = _run.Read(parsed);
        ImmutableArray<Diagnostic> told = [.. request.Diagnostics, .. _windows.Faults(parsed)];
        DiagnosticPrinter.Print(terminal.Error, told);
        if (told.Any(diagnostic => diagnostic.Severity == Severity.Error))
            return ExitCode.UserFault;
        var simulation = new SimulationRequest(request.Value!, _windows.Read(parsed));
        var verbosity = _run.Verbosity(parsed);
        var result = await ConsoleProgress.RunAsync(
            terminal.Error, verbosity, progress => pipeline.SimulateAsync(simulation, progress, cancellation),
            new SimulationResult(BuildOutcome.Cancelled, [], null, null, TimeSpan.Zero), cancellation);
        DiagnosticPrinter.Print(terminal.Error, result.Diagnostics);
        if (_run.IsJson(parsed))
            JsonText.Write(terminal, JsonText.Of(result));
        else
            Show(result, verbosity == Verbosity.Quiet);
        if (result.Outcome == BuildOutcome.Cancelled)
            StopNote.Show(terminal, CommandLineText.Simulate(simulation));
        return ExitCode.Of(result.Outcome);
    }

    private void Show(SimulationResult result, bool quiet)
    {
        if (result.Summary is { } summary)
            SimulationText.Show(terminal.Out, summary, result.Duration, quiet);
        if (result is { OutputFolder: { } folder, Summary: not null })
            CommandTerminal.Line(terminal.Out, $"Summary: {Path.Combine(folder, SimulationFile.Name)}");
    }
}

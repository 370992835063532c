using System.Collections.Immutable;
using System.CommandLine;
using Bitloom.Diagnostics;

namespace Bitloom.Cli;

/// <summary><c>bitloom run</c>: the test set through a board, or through a simulated one.</summary>
internal sealed class RunCommand(CommandTerminal terminal, IBuildPipeline pipeline)
{
    private const int MostNoise = 200;

    private readonly RunOptions _run = new("No progress, and the verdict instead of the numbers.");
    private readonly WindowOptions _windows = new();

    private readonly Option<string?> _port = new("--port")
    {
        Description = "The serial port of the board, such as /dev/ttyUSB0.",
        HelpName = "PORT",
    };

    private readonly Option<bool> _simulate = new("--simulate")
    {
        Description = "Play on a simulated board: the same bitstream's sources, behind a pseudo-terminal.",
    };

    private readonly Option<int?> _baud = new("--baud")
    {
        Description = "Bits a second on the port. Default: board.baud.",
        HelpName = "N",
    };

    private readonly Option<bool> _load = new("--load")
    {
        Description = "Load the project's model when the board runs another one (engine.loadPort).",
    };

    private readonly Option<int> _noise = new("--noise")
    {
        Description = "Of a thousand bytes on the simulated line, damage, lose and insert so many each.",
        HelpName = "N",
    };

    public static string[] Examples =>
        ["bitloom run project.yaml --port /dev/ttyUSB0 --all", "bitloom run project.yaml --simulate --noise 5"];

    public Command Make()
    {
        var command = new Command("run", "Play the test set on a board, over its serial port, and compare the answers.");
        _run.AddTo(command);
        foreach (var option in (Option[])[_port, _simulate, _baud, _load, _noise])
            command.Options.Add(option);
        _windows.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var request = _run.Read(parsed);
        ImmutableArray<Diagnostic> told = [.. request.Diagnostics, .. Faults(parsed), .. _windows.Faults(parsed)];
        DiagnosticPrinter.Print(terminal.Error, told);
        if (told.Any(diagnostic => diagnostic.Severity == Severity.Error))
            return ExitCode.UserFault;
        var run = new RunRequest(request.Value!, parsed.GetValue(_port), _windows.Read(parsed))
        {
            Baud = parsed.GetValue(_baud),
            Load = parsed.GetValue(_load),
            Noise = new LineNoise(PerMille: parsed.GetValue(_noise)),
        };
        var verbosity = _run.Verbosity(parsed);
        var result = await ConsoleProgress.RunAsync(
            terminal.Error, verbosity, progress => pipeline.RunAsync(run, progress, cancellation),
            new RunResult(BuildOutcome.Cancelled, [], null), cancellation);
        DiagnosticPrinter.Print(terminal.Error, result.Diagnostics);
        if (result.Summary is { } summary)
            RunText.Show(terminal.Out, summary, verbosity == Verbosity.Quiet);
        if (result.Outcome == BuildOutcome.Cancelled)
            StopNote.Show(terminal, CommandLineText.Run(run));
        return ExitCode.Of(result.Outcome);
    }

    private IEnumerable<Diagnostic> Faults(ParseResult parsed)
    {
        var (port, simulated) = (parsed.GetValue(_port), parsed.GetValue(_simulate));
        if ((port is null) != simulated)
            yield return Diagnostic.Error(
                "CLI006", "--port", port is null ? "no board is named" : "--port and --simulate contradict each other",
                "one of --port PORT and --simulate", "name the port of a board, or give --simulate without one");
        if (parsed.GetValue(_noise) is < 0 or > MostNoise)
            yield return Diagnostic.Error(
                "CLI007", "--noise", FormattableString.Invariant($"{parsed.GetValue(_noise)} of a thousand bytes"),
                FormattableString.Invariant($"0 to {MostNoise}"), "give a number in this range");
        if (parsed.GetValue(_noise) > 0 && port is not null)
            yield return Diagnostic.Error(
                "CLI008", "--noise", "a board's line has the noise that it has", "--noise with --simulate",
                "leave --noise out");
    }
}

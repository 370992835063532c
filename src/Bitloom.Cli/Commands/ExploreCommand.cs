using System.CommandLine;
using Bitloom.Diagnostics;
using Bitloom.Exploration;

namespace Bitloom.Cli;

/// <summary><c>bitloom explore</c>: models, widths and engines searched together.</summary>
internal sealed class ExploreCommand(CommandTerminal terminal, IExplorer explorer)
{
    private readonly RunOptions _run = new("No progress, and the folder of the study instead of the front.", json: true);

    private readonly Option<string?> _store = new("--store")
    {
        Description = "Where the study is kept: a folder, a file, or a PostgreSQL URL. Default: the folder of results.",
        HelpName = "PLACE",
    };

    private readonly Option<string?> _cluster = new("--cluster")
    {
        Description = "Run the trials on the workers of this PostgreSQL database, where the study is kept then.",
        HelpName = "URL",
    };

    private readonly Option<string?> _name = new("--name")
    {
        Description = "Name of the study. Default: that of the project.",
        HelpName = "NAME",
    };

    private readonly Option<int?> _jobs = new("--jobs", "-j")
    {
        Description = "Trials at once. Default: as many as processors.",
        HelpName = "N",
    };

    private readonly Option<bool> _noVerify = new("--no-verify")
    {
        Description = "Do not simulate the RTL of the front at the end.",
    };

    public static string[] Examples =>
    [
        "bitloom explore samples/weather", "bitloom explore project.yaml --device ice40up5k --set explore.trials=100",
        "bitloom explore project.yaml --store postgresql://user@host/studies",
    ];

    public Command Make()
    {
        var command = new Command(
            "explore", "Search models, widths of tensors and engines together; a study that was stopped goes on.");
        _run.AddTo(command);
        foreach (var option in (Option[])[_store, _cluster, _name, _jobs, _noVerify])
            command.Options.Add(option);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var build = _run.Read(parsed);
        Diagnostic[] told = [.. build.Diagnostics, .. Faults(parsed)];
        DiagnosticPrinter.Print(terminal.Error, told);
        if (told.Length > 0)
            return ExitCode.UserFault;
        var request = new ExploreRequest(build.Value!)
        {
            Store = parsed.GetValue(_store),
            Cluster = parsed.GetValue(_cluster),
            Name = parsed.GetValue(_name),
            Jobs = parsed.GetValue(_jobs),
            Verifies = !parsed.GetValue(_noVerify),
        };
        var verbosity = _run.Verbosity(parsed);
        var result = await ConsoleProgress.RunAsync(
            terminal.Error, verbosity, progress => explorer.ExploreAsync(request, progress, cancellation),
            new ExploreResult(BuildOutcome.Cancelled, []), cancellation);
        DiagnosticPrinter.Print(terminal.Error, result.Diagnostics);
        if (_run.IsJson(parsed))
            JsonText.Write(terminal, JsonText.Of(result));
        else if (result.Study is not null)
            ExploreText.Show(terminal.Out, result, verbosity == Verbosity.Quiet);
        if (result.Outcome == BuildOutcome.Cancelled)
            StopNote.Show(terminal, CommandLineText.Explore(request));
        return ExitCode.Of(result.Outcome);
    }

    private IEnumerable<Diagnostic> Faults(ParseResult parsed)
    {
        if (parsed.GetValue(_jobs) is < 1)
            yield return Diagnostic.Error(
                "CLI013", "--jobs", FormattableString.Invariant($"--jobs is {parsed.GetValue(_jobs)}"),
                "a whole number from 1", "leave it out for as many as there are processors");
        if (parsed.GetValue(_cluster) is not null && (parsed.GetValue(_store) is not null || parsed.GetValue(_jobs) is not null))
            yield return Diagnostic.Error(
                "CLI015", "--cluster", "--cluster stands beside --store or --jobs",
                "one of them: a cluster keeps the study in its database, and its workers run the trials",
                "leave the others out");
    }
}

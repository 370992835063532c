using System.CommandLine;

namespace Bitloom.Cli;

/// <summary><c>bitloom check</c>: says what is wrong with a project, without building it.</summary>
internal sealed class CheckCommand(CommandTerminal terminal, IBuildPipeline pipeline)
{
    private readonly ProjectOptions _project = new();

    private readonly Option<bool> _json = OutputOptions.JsonOption();

    public static string[] Examples =>
    [
        "bitloom check project.yaml", "bitloom check project.yaml --set engine.device=xc7s6",
        "bitloom check project.yaml --json",
    ];

    public Command Make()
    {
        var command = new Command("check", "List all that is wrong with a project, its data, model, device and tools.");
        _project.AddTo(command);
        command.Options.Add(_json);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var request = _project.Read(parsed, outputFolder: null);
        var check = request.Ok
            ? await pipeline.CheckAsync(request.Value, cancellation)
            : new CheckResult(BuildOutcome.UserFault, [.. request.Diagnostics]);
        DiagnosticPrinter.Print(terminal.Error, check.Diagnostics);
        var project = parsed.GetRequiredValue(_project.Project);
        if (parsed.GetValue(_json))
            JsonText.Write(terminal, JsonText.Of(check, project));
        else if (check.Outcome == BuildOutcome.Verified)
            CommandTerminal.Line(terminal.Out, $"{project} can be built.");
        return ExitCode.Of(check.Outcome);
    }
}

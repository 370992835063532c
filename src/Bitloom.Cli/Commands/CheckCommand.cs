using System.CommandLine;
using Bitloom.Diagnostics;

namespace Bitloom.Cli;

/// <summary><c>bitloom check</c>: says what is wrong with a project, without building it.</summary>
internal sealed class CheckCommand(CommandTerminal terminal, IBuildPipeline pipeline)
{
    private readonly ProjectOptions _project = new();

    public static string[] Examples => ["bitloom check project.yaml", "bitloom check project.yaml --set device=xc7s6"];

    public Command Make()
    {
        var command = new Command("check", "Read and check a project and its data, without building it.");
        _project.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var request = _project.Read(parsed, outputFolder: null);
        var diagnostics = request.Ok
            ? await pipeline.CheckAsync(request.Value, cancellation)
            : [.. request.Diagnostics];
        DiagnosticPrinter.Print(terminal.Error, diagnostics);
        if (diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error))
            return ExitCode.UserFault;
        CommandTerminal.Line(terminal.Out, $"{request.Value!.ProjectPath} can be built.");
        return ExitCode.Done;
    }
}

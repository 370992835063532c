using System.CommandLine;

namespace Bitloom.Cli;

/// <summary><c>bitloom estimate</c>: what a project takes of its device, without building it.</summary>
internal sealed class EstimateCommand(CommandTerminal terminal, IBuildPipeline pipeline)
{
    private readonly ProjectOptions _project = new();

    private readonly Option<bool> _json = OutputOptions.JsonOption();

    public static string[] Examples =>
    [
        "bitloom estimate project.yaml", "bitloom estimate project.yaml --device xc7s6 --set quantization.bits=6",
        "bitloom estimate project.yaml --json",
    ];

    public Command Make()
    {
        var command = new Command("estimate", "Estimate resources and latency of a project, without training or synthesis.");
        _project.AddTo(command);
        command.Options.Add(_json);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var request = _project.Read(parsed, outputFolder: null);
        var result = request.Ok
            ? await pipeline.EstimateAsync(request.Value, cancellation)
            : new EstimateResult(BuildOutcome.UserFault, [.. request.Diagnostics]);
        DiagnosticPrinter.Print(terminal.Error, result.Diagnostics);
        if (parsed.GetValue(_json))
            JsonText.Write(terminal, JsonText.Of(result));
        else if (result.Estimate is { } estimate)
            EstimateText.Show(terminal.Out, estimate);
        return ExitCode.Of(result.Outcome);
    }
}

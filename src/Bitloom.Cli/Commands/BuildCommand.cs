using System.CommandLine;
using Bitloom.Reporting;

namespace Bitloom.Cli;

/// <summary><c>bitloom build</c>: from the data to a verified accelerator and its report.</summary>
internal sealed class BuildCommand(CommandTerminal terminal, IBuildPipeline pipeline)
{
    private readonly RunOptions _run = new("No progress, and the verdict instead of the report.");

    public static string[] Examples =>
    [
        "bitloom build samples/weather/project.yaml",
        "bitloom build project.yaml --output out/w4 --set quantization.bits=4",
    ];

    public Command Make()
    {
        var command = new Command("build", "Train, quantize, compile, simulate, synthesize and report a project.");
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
        var quiet = _run.IsQuiet(parsed);
        var result = await ConsoleProgress.RunAsync(
            terminal.Error, quiet, progress => BuildAsync(request.Value, progress, cancellation));
        Show(result, request.Value, quiet);
        return ExitCode.Of(result.Outcome);
    }

    private async Task<BuildResult> BuildAsync(
        BuildRequest request, IStageProgress progress, CancellationToken cancellation)
    {
        try
        {
            return await pipeline.BuildAsync(request, progress, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return new BuildResult(BuildOutcome.Cancelled, [], null, null);
        }
    }

    private void Show(BuildResult result, BuildRequest request, bool quiet)
    {
        DiagnosticPrinter.Print(terminal.Error, result.Diagnostics);
        if (result.Report is { } report)
            ShowReport(report, quiet);
        if (result is { OutputFolder: { } folder, Report: not null })
            CommandTerminal.Line(terminal.Out, $"Report: {Path.Combine(folder, ReportFiles.Html)}");
        if (result.Outcome == BuildOutcome.Cancelled)
            StopNote.Show(terminal, CommandLineText.Build(request));
    }

    private void ShowReport(Report report, bool quiet)
    {
        if (quiet)
            CommandTerminal.Line(terminal.Out, $"{Verdict.Of(report)}");
        else
            ConsoleReport.Render(report, terminal.Out);
    }
}

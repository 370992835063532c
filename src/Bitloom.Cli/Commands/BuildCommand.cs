using System.CommandLine;
using Bitloom.Reporting;

namespace Bitloom.Cli;

/// <summary><c>bitloom build</c> and <c>report</c>: from the data to a verified accelerator and its report.</summary>
/// <param name="name">Both do the same; who goes stage by stage ends with the report.</param>
internal sealed class BuildCommand(CommandTerminal terminal, IBuildPipeline pipeline, string name = BuildCommand.Build)
{
    /// <summary>The whole way.</summary>
    public const string Build = "build";

    /// <summary>The whole way, by its last stage.</summary>
    public const string Report = "report";

    private readonly RunOptions _run = new("No progress, and the verdict instead of the report.", json: true);

    public string[] Examples => name == Report
        ? ["bitloom report project.yaml", "bitloom report project.yaml --quiet"]
        :
        [
            "bitloom build samples/weather/project.yaml",
            "bitloom build project.yaml --output out/w4 --set quantization.bits=4",
            "bitloom build project.yaml --json > summary.json",
        ];

    public Command Make()
    {
        var command = new Command(name, name == Report
            ? "Verify, synthesize and report a project: a build that takes over every finished stage."
            : "Train, quantize, compile, simulate, synthesize and report a project.");
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
            terminal.Error, verbosity, progress => pipeline.BuildAsync(request.Value, progress, cancellation),
            new BuildResult(BuildOutcome.Cancelled, [], null, null), cancellation);
        DiagnosticPrinter.Print(terminal.Error, result.Diagnostics);
        if (_run.IsJson(parsed))
            JsonText.Write(terminal, JsonText.Of(result));
        else
            Show(result, verbosity == Verbosity.Quiet);
        if (result.Outcome == BuildOutcome.Cancelled)
            StopNote.Show(terminal, CommandLineText.Build(request.Value, name));
        return ExitCode.Of(result.Outcome);
    }

    private void Show(BuildResult result, bool quiet)
    {
        if (result.Report is { } report)
            ShowReport(report, quiet);
        if (result is { OutputFolder: { } folder, Report: not null })
            CommandTerminal.Line(terminal.Out, $"Report: {Path.Combine(folder, ReportFiles.Html)}");
    }

    private void ShowReport(Report report, bool quiet)
    {
        if (quiet)
            CommandTerminal.Line(terminal.Out, $"{Verdict.Of(report)}");
        else
            ConsoleReport.Render(report, terminal.Out);
    }
}

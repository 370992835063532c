using System.CommandLine;

namespace Bitloom.Cli;

/// <summary>
/// <c>bitloom train</c>, <c>quantize</c>, <c>compile</c> and <c>synthesize</c>: a build up to that stage.
/// </summary>
internal sealed class StageCommand(CommandTerminal terminal, IBuildPipeline pipeline, BuildStage stage)
{
    private readonly RunOptions _run = new("No progress, and where the files are instead of the numbers.", json: true);

    /// <summary>The command of a stage.</summary>
    public static string NameOf(BuildStage stage) => stage switch
    {
        BuildStage.Train => "train",
        BuildStage.Quantize => "quantize",
        BuildStage.Compile => "compile",
        BuildStage.Synthesize => "synthesize",
    };

    public string[] Examples =>
    [
        $"bitloom {NameOf(stage)} project.yaml",
        stage switch
        {
            BuildStage.Train => "bitloom train project.yaml --set training.epochs=200",
            BuildStage.Quantize => "bitloom quantize project.yaml --set quantization.bits=4",
            BuildStage.Compile => "bitloom compile project.yaml --set engine.goal=area",
            BuildStage.Synthesize => "bitloom synthesize project.yaml --set engine.device=xc7s25",
        },
    ];

    public Command Make()
    {
        var command = new Command(NameOf(stage), Description());
        _run.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private string Description() => stage switch
    {
        BuildStage.Train => "Build as far as the float model.",
        BuildStage.Quantize => "Build as far as the integer model.",
        BuildStage.Compile => "Build as far as the program and the hardware's sources; needs no tools.",
        BuildStage.Synthesize => "Build as far as the count of the device's resources, without simulation.",
    };

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var request = _run.Read(parsed);
        DiagnosticPrinter.Print(terminal.Error, request.Diagnostics);
        if (!request.Ok)
            return ExitCode.UserFault;
        var verbosity = _run.Verbosity(parsed);
        var result = await ConsoleProgress.RunAsync(
            terminal.Error, verbosity, progress => pipeline.RunStageAsync(
                new StageRequest(request.Value, stage), progress, cancellation),
            new PartialResult(BuildOutcome.Cancelled, [], [], [], null), cancellation);
        DiagnosticPrinter.Print(terminal.Error, result.Diagnostics);
        if (_run.IsJson(parsed))
            JsonText.Write(terminal, JsonText.Of(result, stage));
        else
            StageText.Show(terminal.Out, result, request.Value, stage, verbosity == Verbosity.Quiet);
        if (result.Outcome == BuildOutcome.Cancelled)
            StopNote.Show(terminal, CommandLineText.Build(request.Value, NameOf(stage)));
        return ExitCode.Of(result.Outcome);
    }
}

using System.CommandLine;
using System.CommandLine.Help;
using Bitloom.Exploration;

namespace Bitloom.Cli;

/// <summary>All commands.</summary>
internal static class CommandTree
{
    private static readonly int[] Simple = [ExitCode.Done, ExitCode.UserFault];

    private static readonly int[] Checking = [.. Simple, ExitCode.ToolFailed, ExitCode.InternalFault];

    private static readonly int[] All = [.. ExitCode.Meanings.Select(entry => entry.Code)];

    // Not a RootCommand: that one calls itself by the name of the process.
    public static Command Make(CommandTerminal terminal, IBuildPipeline pipeline, IExplorer explorer)
    {
        var help = new HelpOption();
        var root = new Command(
            "bitloom",
            "Turns a sensor data file into a verified, integer-only Transformer accelerator for a small FPGA.");
        var pages = new Dictionary<Command, HelpPage>
        {
            [root] = new(
                [
                    NewCommand.Examples[0], "bitloom check weather", "bitloom build weather",
                    "bitloom build samples/weather", "bitloom COMMAND --help",
                ],
                All),
        };
        foreach (var (command, page) in Commands(terminal, pipeline, explorer))
        {
            root.Subcommands.Add(command);
            pages[command] = page;
        }

        root.Options.Add(help);
        root.Options.Add(new VersionOption { Action = new PrintVersion() });
        help.Action = new HelpWithExamples((HelpAction)help.Action!, pages);
        return root;
    }

    private static int[] CodesOf(BuildStage stage) =>
    [
        .. Simple,
        .. stage == BuildStage.Synthesize ? (int[])[ExitCode.ToolFailed] : [],
        .. stage is BuildStage.Compile or BuildStage.Synthesize ? (int[])[ExitCode.DoesNotFit] : [],
        ExitCode.InternalFault, ExitCode.Cancelled,
    ];

    // In the order in which they are used.
    private static IEnumerable<(Command Command, HelpPage Page)> Commands(
        CommandTerminal terminal, IBuildPipeline pipeline, IExplorer explorer)
    {
        var build = new BuildCommand(terminal, pipeline);
        var report = new BuildCommand(terminal, pipeline, BuildCommand.Report);
        yield return (new NewCommand(terminal, pipeline).Make(), new(NewCommand.Examples, Simple));
        yield return (new CheckCommand(terminal, pipeline).Make(), new(CheckCommand.Examples, Checking));
        yield return (new EstimateCommand(terminal, pipeline).Make(), new(
            EstimateCommand.Examples, [.. Simple, ExitCode.DoesNotFit, ExitCode.InternalFault]));
        yield return (build.Make(), new(build.Examples, All));
        foreach (var stage in (BuildStage[])[BuildStage.Train, BuildStage.Quantize, BuildStage.Compile])
            yield return Stage(stage);
        yield return (new SimulateCommand(terminal, pipeline).Make(), new(SimulateCommand.Examples, All));
        yield return Stage(BuildStage.Synthesize);
        yield return (report.Make(), new(report.Examples, All));
        yield return (new RunCommand(terminal, pipeline).Make(), new(RunCommand.Examples, All));
        yield return (new FitCommand(terminal, explorer).Make(), new(
            FitCommand.Examples,
            [.. Simple, ExitCode.DoesNotFit, ExitCode.InternalFault, ExitCode.Cancelled]));
        yield return (new ExploreCommand(terminal, explorer).Make(), new(ExploreCommand.Examples, All));
        yield return (new WorkerCommand(terminal).Make(), new(
            WorkerCommand.Examples, [.. Simple, ExitCode.InternalFault, ExitCode.Cancelled]));
        yield return (new StudioCommand(terminal).Make(), new(
            StudioCommand.Examples, [.. Simple, ExitCode.InternalFault]));
        yield return (new DevicesCommand(terminal, pipeline).Make(), new(DevicesCommand.Examples, Simple));
        yield return (new SchemaCommand(terminal).Make(), new(SchemaCommand.Examples, Simple));
        yield return (new CompletionCommand(terminal).Make(), new(CompletionCommand.Examples, Simple));

        (Command, HelpPage) Stage(BuildStage stage)
        {
            var command = new StageCommand(terminal, pipeline, stage);
            return (command.Make(), new(command.Examples, CodesOf(stage)));
        }
    }
}

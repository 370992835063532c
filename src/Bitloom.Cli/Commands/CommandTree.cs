using System.CommandLine;
using System.CommandLine.Help;

namespace Bitloom.Cli;

/// <summary>All commands.</summary>
internal static class CommandTree
{
    // Not a RootCommand: that one calls itself by the name of the process.
    public static Command Make(CommandTerminal terminal, IBuildPipeline pipeline)
    {
        var build = new BuildCommand(terminal, pipeline).Make();
        var simulate = new SimulateCommand(terminal, pipeline).Make();
        var run = new RunCommand(terminal, pipeline).Make();
        var check = new CheckCommand(terminal, pipeline).Make();
        var devices = new DevicesCommand(terminal, pipeline).Make();
        var help = new HelpOption();
        var root = new Command(
            "bitloom",
            "Turns a sensor data file into a verified, integer-only Transformer accelerator for a small FPGA.")
        {
            build,
            simulate,
            run,
            check,
            devices,
            help,
            new VersionOption { Action = new PrintVersion() },
        };
        help.Action = new HelpWithExamples((HelpAction)help.Action!, new Dictionary<Command, string[]>
        {
            [root] =
            [
                BuildCommand.Examples[0], SimulateCommand.Examples[1], CheckCommand.Examples[0], "bitloom devices",
            ],
            [build] = BuildCommand.Examples,
            [simulate] = SimulateCommand.Examples,
            [run] = RunCommand.Examples,
            [check] = CheckCommand.Examples,
        });
        return root;
    }
}

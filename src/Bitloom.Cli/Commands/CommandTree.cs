using System.CommandLine;
using System.CommandLine.Help;

namespace Bitloom.Cli;

/// <summary>All commands.</summary>
internal static class CommandTree
{
    public static RootCommand Make(CommandTerminal terminal, IBuildPipeline pipeline)
    {
        var build = new BuildCommand(terminal, pipeline).Make();
        var check = new CheckCommand(terminal, pipeline).Make();
        var devices = new DevicesCommand(terminal, pipeline).Make();
        var root = new RootCommand(
            "Turns a sensor data file into a verified, integer-only Transformer accelerator for a small FPGA.")
        {
            build,
            check,
            devices,
        };
        AddExamples(root, new Dictionary<Command, string[]>
        {
            [root] = [BuildCommand.Examples[0], CheckCommand.Examples[0], "bitloom devices"],
            [build] = BuildCommand.Examples,
            [check] = CheckCommand.Examples,
        });
        root.Options.OfType<VersionOption>().Single().Action = new PrintVersion();
        return root;
    }

    private static void AddExamples(RootCommand root, Dictionary<Command, string[]> examples)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!, examples);
    }
}

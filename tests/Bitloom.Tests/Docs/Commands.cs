using System.Collections.Immutable;
using System.CommandLine;
using Bitloom.Cli;
using Bitloom.Pipeline;
using Bitloom.Tests.Cli;
using Spectre.Console.Testing;

namespace Bitloom.Tests.Docs;

/// <summary>The commands that the program has, without a pipeline behind them.</summary>
internal static class Commands
{
    private static readonly RecordingPipeline Pipeline =
        new(new BuildResult(BuildOutcome.UserFault, [], null, null));

    private static readonly Command Root =
        CommandTree.Make(new CommandTerminal(new TestConsole(), new TestConsole()), Pipeline, new RecordingExplorer());

    /// <summary>Every command and its one line.</summary>
    public static ImmutableArray<(string Name, string Description)> All { get; } =
        [.. Root.Subcommands.Where(command => !command.Hidden)
            .Select(command => (command.Name, command.Description ?? ""))];

    /// <summary>What <c>bitloom COMMAND --help</c> prints.</summary>
    public static async Task<string> HelpOfAsync(string command)
    {
        using var terminal = new TestTerminal();
        await terminal.RunAsync(Pipeline, command, "--help");
        return terminal.Out;
    }

    /// <summary>What is wrong with a command line that begins with bitloom, or null.</summary>
    public static string? FaultOf(string line)
    {
        var words = System.CommandLine.Parsing.CommandLineParser.SplitCommandLine(line).Skip(1).ToArray();
        var faults = CommandLineFaults.Of(Root.Parse(words));
        return faults.IsEmpty ? null : $"`{line}`: {faults[0].Found}";
    }
}

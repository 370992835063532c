using System.CommandLine;
using Bitloom.Cluster;
using Bitloom.Diagnostics;
using Bitloom.Exploration;
using Spectre.Console;

namespace Bitloom.Cli;

/// <summary>The program without its process: arguments in, exit code out.</summary>
/// <param name="explorer">Null: one that searches on this machine, or on a cluster.</param>
public sealed class CommandLineApplication(
    CommandTerminal terminal, IBuildPipeline pipeline, IExplorer? explorer = null)
{
    // An argument that begins with @ is a file name like any other.
    private static readonly ParserConfiguration Parser = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs the command that the arguments name; without any, shows the help.</summary>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var line = arguments.Count == 0 ? ["--help"] : arguments;
        var root = CommandTree.Make(terminal, pipeline, explorer ?? new ClusterExplorer(new Explorer()));
        if (Suggestions.Of(line, root, Parser) is { } suggestions)
            return Suggest(suggestions);
        var parsed = root.Parse(line, Parser);
        if (IsComplete(parsed))
            return await InvokeAsync(parsed, cancellation);
        DiagnosticPrinter.Print(terminal.Error, CommandLineFaults.Of(parsed));
        return ExitCode.UserFault;
    }

    private int Suggest(IEnumerable<string> suggestions)
    {
        foreach (var suggestion in suggestions)
            terminal.Out.Profile.Out.Writer.WriteLine(suggestion);
        return ExitCode.Done;
    }

    // Help and version are answered however wrong the rest of the line is.
    private static bool IsComplete(ParseResult parsed) =>
        parsed.Action is { ClearsParseErrors: true } || CommandLineFaults.Of(parsed).Length == 0;

    private async Task<int> InvokeAsync(ParseResult parsed, CancellationToken cancellation)
    {
        try
        {
            return await parsed.InvokeAsync(Configuration(), cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return ExitCode.Cancelled;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            DiagnosticPrinter.Print(terminal.Error, [Inaccessible(fault)]);
            return ExitCode.UserFault;
        }
        catch (CompilerBugException fault)
        {
            terminal.Error.WriteLine($"fault in {fault.Message}");
            return ExitCode.InternalFault;
        }
    }

    private static Diagnostic Inaccessible(Exception fault) => Diagnostic.Error(
        "CLI004", "", fault.Message.TrimEnd('.'), "files and folders that can be read and written",
        "check the path, its permissions and the space left");

    // Signals are handled by Interruption, faults above.
    private InvocationConfiguration Configuration() => new()
    {
        Output = terminal.Out.Profile.Out.Writer,
        Error = terminal.Error.Profile.Out.Writer,
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = null,
    };
}

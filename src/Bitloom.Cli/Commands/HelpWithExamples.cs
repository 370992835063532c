using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;

namespace Bitloom.Cli;

/// <summary>What the help of a command ends with.</summary>
/// <param name="ExitCodes">Those that it can end with.</param>
internal sealed record HelpPage(IReadOnlyList<string> Examples, IReadOnlyCollection<int> ExitCodes);

/// <summary>Appends examples and exit codes to a command's help.</summary>
internal sealed class HelpWithExamples(HelpAction help, IReadOnlyDictionary<Command, HelpPage> pages)
    : SynchronousCommandLineAction
{
    // As the action it wraps: help is wanted most where the rest of the line is incomplete.
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var result = help.Invoke(parseResult);
        if (!pages.TryGetValue(parseResult.CommandResult.Command, out var page))
            return result;
        var output = parseResult.InvocationConfiguration.Output;
        Write(output, "Examples:", page.Examples);
        Write(output, "Exit codes:", ExitCode.Meanings.Where(entry => page.ExitCodes.Contains(entry.Code)).Select(
            entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Code,3}  {entry.Meaning}")));
        return result;
    }

    private static void Write(TextWriter output, string heading, IEnumerable<string> lines)
    {
        output.WriteLine(heading);
        foreach (var line in lines)
            output.WriteLine("  " + line);
        output.WriteLine();
    }
}

using System.Globalization;
using Spectre.Console;

namespace Bitloom.Cli;

/// <summary>Where a command prints: results to the one, diagnostics and progress to the other.</summary>
public sealed record CommandTerminal(IAnsiConsole Out, IAnsiConsole Error)
{
    // Lines that go to a file or another program are not broken.
    private const int UnboundedWidth = 1000;

    /// <summary>
    /// The process's own. Output that is redirected, and any output when NO_COLOR is set or TERM is "dumb", is plain.
    /// </summary>
    public static CommandTerminal OfProcess() => new(
        Make(Console.Out, Console.IsOutputRedirected), Make(Console.Error, Console.IsErrorRedirected));

    /// <summary>A console on a writer.</summary>
    public static IAnsiConsole Make(TextWriter writer, bool redirected)
    {
        var animated = !redirected && !IsSet("CI") && Environment.GetEnvironmentVariable("TERM") != "dumb";
        var colored = animated && !IsSet("NO_COLOR");
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = animated ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = colored ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = animated ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        if (redirected)
            console.Profile.Width = UnboundedWidth;
        return console;
    }

    /// <summary>Writes a line as it is: no markup, no wrapping in front of a pipe.</summary>
    public static void Line(IAnsiConsole console, FormattableString text) =>
        console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private static bool IsSet(string variable) =>
        !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}

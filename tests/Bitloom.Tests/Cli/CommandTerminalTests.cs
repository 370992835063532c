using Bitloom.Cli;
using Spectre.Console;
using Spectre.Console.Testing;

namespace Bitloom.Tests.Cli;

public sealed class CommandTerminalTests
{
    [Fact]
    public void Make_IsPlainAndDoesNotBreakLines_WhenRedirected()
    {
        using var writer = new StringWriter();
        var console = CommandTerminal.Make(writer, redirected: true);
        var line = string.Join(' ', Enumerable.Repeat("word", 100));

        console.Write(new Text(line + "\n", new Style(Color.Red)));

        writer.ToString().ShouldBe(line + "\n");
        console.Profile.Capabilities.Interactive.ShouldBeFalse();
    }

    [Fact]
    public void Interruption_CancelsOnce_ThenLetsTheSystemEndTheProcess()
    {
        using var console = new TestConsole();
        using var interruption = new Interruption(console);

        var first = interruption.Request();
        var second = interruption.Request();

        first.ShouldBeTrue();
        second.ShouldBeFalse();
        interruption.Token.IsCancellationRequested.ShouldBeTrue();
        console.Output.ShouldBe("Stopping cleanly; once more stops at once.\n");
    }
}

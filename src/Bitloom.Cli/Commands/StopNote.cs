namespace Bitloom.Cli;

/// <summary>What is said after a stop on request.</summary>
internal static class StopNote
{
    /// <param name="command">The command that goes on.</param>
    public static void Show(CommandTerminal terminal, string command)
    {
        CommandTerminal.Line(
            terminal.Error, $"Stopped. Finished stages are kept; to go on, run the same command again:");
        CommandTerminal.Line(terminal.Error, $"{command}");
    }
}

using System.CommandLine;
using Bitloom.Diagnostics;

namespace Bitloom.Cli;

/// <summary><c>bitloom completion</c>: the script with which a shell completes command lines.</summary>
internal sealed class CompletionCommand(CommandTerminal terminal)
{
    private readonly Argument<string> _shell = new("SHELL")
    {
        Description = $"One of {string.Join(", ", CompletionScripts.Shells)}.",
    };

    public static string[] Examples =>
    [
        "source <(bitloom completion bash)",
        "bitloom completion zsh > ~/.zfunc/_bitloom",
        "bitloom completion fish > ~/.config/fish/completions/bitloom.fish",
    ];

    public Command Make()
    {
        const string description = "Print the script with which a shell completes command lines.";
        var command = new Command("completion", description) { _shell };
        _shell.CompletionSources.Add([.. CompletionScripts.Shells]);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var shell = parsed.GetRequiredValue(_shell);
        if (CompletionScripts.Of(shell) is { } script)
        {
            terminal.Out.Profile.Out.Writer.Write(script);
            return ExitCode.Done;
        }

        DiagnosticPrinter.Print(terminal.Error, [Unknown(shell)]);
        return ExitCode.UserFault;
    }

    private static Diagnostic Unknown(string shell) => Diagnostic.Error(
        "CLI011", "SHELL", $"there is no completion for '{shell}'",
        $"one of {string.Join(", ", CompletionScripts.Shells)}",
        Nearest.To(shell, CompletionScripts.Shells) is { } near ? $"did you mean '{near}'?" : "choose one of them");
}

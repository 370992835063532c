using System.CommandLine;
using Bitloom.Diagnostics;

namespace Bitloom.Cli;

/// <summary>How many windows of the test set are played.</summary>
internal sealed class WindowOptions
{
    private readonly Option<bool> _all = new("--all") { Description = "Play all windows of the test set." };

    private readonly Option<int?> _windows = new("--windows")
    {
        Description = "Play at most this many windows. Default: verification.translatedWindows.",
        HelpName = "N",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_all);
        command.Options.Add(_windows);
    }

    /// <summary>As a request has it; null: the default.</summary>
    public int? Read(ParseResult parsed) =>
        parsed.GetValue(_all) ? SimulationRequest.All : parsed.GetValue(_windows);

    public IEnumerable<Diagnostic> Faults(ParseResult parsed)
    {
        if (parsed.GetValue(_windows) is { } windows and < 1)
            yield return Diagnostic.Error(
                "CLI003", "--windows", FormattableString.Invariant($"{windows} windows cannot be played"),
                "a whole number of at least 1", "give a greater number, or --all");
        if (parsed.GetValue(_all) && parsed.GetValue(_windows) is not null)
            yield return Diagnostic.Error(
                "CLI005", "--all", "--all and --windows contradict each other", "one of the two", "leave one out");
    }
}

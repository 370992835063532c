using System.CommandLine;
using Bitloom.Diagnostics;

namespace Bitloom.Cli;

/// <summary>How much a command says, and to whom.</summary>
internal sealed class OutputOptions
{
    private readonly Option<bool> _quiet;

    private readonly Option<bool> _verbose = new("--verbose", "-v")
    {
        Description = "Every step of the progress, line by line.",
    };

    private readonly Option<bool> _json = JsonOption();

    private readonly bool _hasJson;

    /// <param name="quiet">What is shown when asked to be quiet.</param>
    /// <param name="json">Whether the result can be had for scripts.</param>
    public OutputOptions(string quiet, bool json)
    {
        _quiet = new("--quiet", "-q") { Description = quiet };
        _hasJson = json;
    }

    /// <summary>The option as every command has it.</summary>
    public static Option<bool> JsonOption() =>
        new("--json") { Description = "The result as JSON, for scripts; all else goes to the standard error." };

    public void AddTo(Command command)
    {
        command.Options.Add(_quiet);
        command.Options.Add(_verbose);
        if (_hasJson)
            command.Options.Add(_json);
    }

    public bool IsJson(ParseResult parsed) => _hasJson && parsed.GetValue(_json);

    public Verbosity Read(ParseResult parsed) => parsed.GetValue(_quiet) ? Verbosity.Quiet
        : parsed.GetValue(_verbose) ? Verbosity.Verbose
        : Verbosity.Normal;

    public IEnumerable<Diagnostic> Faults(ParseResult parsed)
    {
        if (parsed.GetValue(_quiet) && parsed.GetValue(_verbose))
            yield return Diagnostic.Error(
                "CLI009", "--quiet", "--quiet and --verbose contradict each other", "one of the two", "leave one out");
    }
}

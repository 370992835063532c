using System.CommandLine;
using Bitloom.Diagnostics;

namespace Bitloom.Cli;

/// <summary>What the commands that work in an output folder have in common.</summary>
/// <param name="quiet">What is shown when asked to be quiet.</param>
/// <param name="json">Whether the result can be had for scripts.</param>
internal sealed class RunOptions(string quiet, bool json = false)
{
    private readonly ProjectOptions _project = new();

    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "Folder for the results. Default: out, in the project's folder.",
        HelpName = "DIR",
    };

    private readonly Option<bool> _fresh = new("--fresh")
    {
        Description = "Make every stage again, instead of keeping those that nothing has changed for.",
    };

    private readonly OutputOptions _shown = new(quiet, json);

    public void AddTo(Command command)
    {
        _project.AddTo(command);
        command.Options.Add(_output);
        command.Options.Add(_fresh);
        _shown.AddTo(command);
    }

    /// <summary>The request, or what is wrong with it.</summary>
    public Checked<BuildRequest> Read(ParseResult parsed)
    {
        var request = _project.Read(parsed, parsed.GetValue(_output));
        Diagnostic[] told = [.. request.Diagnostics, .. _shown.Faults(parsed)];
        return request.Ok && told.Length == 0
            ? Checked.Success(request.Value with { Fresh = parsed.GetValue(_fresh) })
            : Checked.Failure<BuildRequest>(told);
    }

    public Verbosity Verbosity(ParseResult parsed) => _shown.Read(parsed);

    public bool IsJson(ParseResult parsed) => _shown.IsJson(parsed);
}

using System.CommandLine;
using Bitloom.Diagnostics;

namespace Bitloom.Cli;

/// <summary>What the commands that work in an output folder have in common.</summary>
internal sealed class RunOptions
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

    private readonly Option<bool> _quiet;

    /// <param name="quiet">What is shown when asked to be quiet.</param>
    public RunOptions(string quiet) => _quiet = new("--quiet", "-q") { Description = quiet };

    public void AddTo(Command command)
    {
        _project.AddTo(command);
        command.Options.Add(_output);
        command.Options.Add(_fresh);
        command.Options.Add(_quiet);
    }

    /// <summary>The request, or what is wrong with it.</summary>
    public Checked<BuildRequest> Read(ParseResult parsed)
    {
        var request = _project.Read(parsed, parsed.GetValue(_output));
        return request.Ok
            ? Checked.Success(request.Value with { Fresh = parsed.GetValue(_fresh) }, request.Diagnostics)
            : request;
    }

    public bool IsQuiet(ParseResult parsed) => parsed.GetValue(_quiet);
}

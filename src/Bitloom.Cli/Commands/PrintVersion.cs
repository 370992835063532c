using System.CommandLine;
using System.CommandLine.Invocation;

namespace Bitloom.Cli;

/// <summary>Prints name and version. The commit, which differs between builds of one version, is left out.</summary>
internal sealed class PrintVersion : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine($"bitloom {BitloomVersion.Text}");
        return ExitCode.Done;
    }
}

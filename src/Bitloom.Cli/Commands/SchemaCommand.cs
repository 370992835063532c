using System.CommandLine;
using Bitloom.Projects;

namespace Bitloom.Cli;

/// <summary><c>bitloom schema</c>: the JSON schema of project files.</summary>
internal sealed class SchemaCommand(CommandTerminal terminal)
{
    public static string[] Examples => [$"bitloom schema > {ProjectSchema.FileName}"];

    public Command Make()
    {
        var command = new Command("schema", "Print the JSON schema of project files, for editors.");
        command.SetAction(_ => Run());
        return command;
    }

    private int Run()
    {
        terminal.Out.Profile.Out.Writer.Write(ProjectSchema.Text);
        return ExitCode.Done;
    }
}

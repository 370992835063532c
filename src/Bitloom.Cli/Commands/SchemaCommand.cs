using System.CommandLine;
using Bitloom.Projects;

namespace Bitloom.Cli;

/// <summary><c>bitloom schema</c>: the JSON schema of project files, or of device files.</summary>
internal sealed class SchemaCommand(CommandTerminal terminal)
{
    private readonly Option<bool> _device = new("--device")
    {
        Description = "That of device files, in the place of that of project files.",
    };

    public static string[] Examples =>
    [
        $"bitloom schema > {ProjectSchema.FileName}", $"bitloom schema --device > {DeviceSchema.FileName}",
    ];

    public Command Make()
    {
        var command = new Command("schema", "Print the JSON schema of project files, for editors.") { _device };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var text = parsed.GetValue(_device) ? DeviceSchema.Text : ProjectSchema.Text;
        terminal.Out.Profile.Out.Writer.Write(text);
        return ExitCode.Done;
    }
}

using System.CommandLine;
using System.CommandLine.Completions;
using Bitloom.Diagnostics;
using Bitloom.Estimation;
using Bitloom.Projects;

namespace Bitloom.Cli;

/// <summary>What the commands on a project have in common: its file and settings that replace keys of it.</summary>
internal sealed class ProjectOptions
{
    public Argument<string> Project { get; } = new("PROJECT")
    {
        Description = "The project file (YAML), or the folder that its project.yaml is in.",
    };

    public Option<string[]> Settings { get; } = new("--set")
    {
        Description = "Replaces a key of the project file, such as training.epochs=5. May be repeated.",
        HelpName = "key=value",
    };

    private readonly Option<string[]> _files = new("--settings")
    {
        Description = "A file of such replacements, as fit and explore write it. May be repeated; --set goes before it.",
        HelpName = "FILE",
    };

    public Option<string?> Device { get; } = new("--device")
    {
        Description = "The FPGA in the place of engine.device: a name, or the path of a device file.",
        HelpName = "DEVICE",
    };

    public void AddTo(Command command)
    {
        command.Arguments.Add(Project);
        command.Options.Add(Settings);
        command.Options.Add(_files);
        command.Options.Add(Device);
        Device.CompletionSources.Add(_ => (DeviceCatalog.Load().Value?.Devices ?? []).Select(
            device => new CompletionItem(device.Name)));
        Settings.CompletionSources.Add(_ => ProjectReader.Keys.Select(key => new CompletionItem(key + "=")));
    }

    /// <summary>The request, or a diagnostic for each setting, or file of them, that cannot be read.</summary>
    public Checked<BuildRequest> Read(ParseResult parsed, string? outputFolder)
    {
        var settings = parsed.GetValue(Settings) ?? [];
        var files = (parsed.GetValue(_files) ?? []).Select(SettingsFile.Read).ToArray();
        Diagnostic[] faults =
        [
            .. settings.Where(setting => setting.IndexOf('=', StringComparison.Ordinal) <= 0).Select(Malformed),
            .. files.SelectMany(file => file.Diagnostics),
        ];
        return faults.Length == 0
            ? Checked.Success(new BuildRequest(
                parsed.GetRequiredValue(Project), outputFolder,
                [
                    .. files.SelectMany(file => file.Value!), .. settings.Select(Split),
                    .. DeviceOf(parsed.GetValue(Device)),
                ]))
            : Checked.Failure<BuildRequest>(faults);
    }

    // From here, not from the project's folder; in quotes, as it is read as YAML.
    private static IEnumerable<KeyValuePair<string, string>> DeviceOf(string? device)
    {
        if (device is null)
            yield break;
        var named = DeviceFile.IsPath(device) ? Path.GetFullPath(device) : device;
        yield return new("engine.device", $"'{named.Replace("'", "''", StringComparison.Ordinal)}'");
    }

    private static KeyValuePair<string, string> Split(string setting)
    {
        var equals = setting.IndexOf('=', StringComparison.Ordinal);
        return new(setting[..equals].Trim(), setting[(equals + 1)..].Trim());
    }

    private static Diagnostic Malformed(string setting) => Diagnostic.Error(
        "CLI002", "--set", $"`{setting}` has no key and value", "key=value, without spaces around =",
        "for example --set training.epochs=5");
}

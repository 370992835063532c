using Bitloom.Toolchain;

namespace Bitloom.Cli;

/// <summary>Writes a request as the command that makes it.</summary>
internal static class CommandLineText
{
    public static string Build(BuildRequest request) => ShellText.Quote(
    [
        "bitloom",
        "build",
        request.ProjectPath,
        .. request.OutputFolder is null ? [] : (string[])["--output", request.OutputFolder],
        .. request.Settings.SelectMany(setting => (string[])["--set", $"{setting.Key}={setting.Value}"]),
    ]);
}

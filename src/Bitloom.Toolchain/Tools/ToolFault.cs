using System.Globalization;
using Bitloom.Diagnostics;

namespace Bitloom.Toolchain;

/// <summary>Turns the failure of an external tool into a diagnostic that says how to go on.</summary>
public static class ToolFault
{
    /// <summary>The diagnostic of a failed run; null when it was fine, or cancelled (which is no fault).</summary>
    public static Diagnostic? Of(ExternalTool tool, ProcessResult result) => result.Outcome switch
    {
        ProcessOutcome.Cancelled => null,
        ProcessOutcome.NotFound => Missing(tool),
        ProcessOutcome.TimedOut => TimedOut(tool, result),
        ProcessOutcome.Exited => result.ExitCode == 0 ? null : Failed(tool, result),
    };

    /// <summary>The tool is not installed.</summary>
    public static Diagnostic Missing(ExternalTool tool) => Diagnostic.Error(
        "TOOL001", tool.Executable,
        $"{tool.Name} is not installed",
        $"a program `{tool.Executable}` in the search path",
        $"install it: {tool.InstallCommand}");

    private static Diagnostic Failed(ExternalTool tool, ProcessResult result) => Diagnostic.Error(
        "TOOL002", result.LogPath ?? tool.Executable,
        $"{tool.Name} ended with exit code {result.ExitCode.ToString(CultureInfo.InvariantCulture)}{Cause(result)}",
        $"exit code 0 of: {result.CommandLine}",
        LogRemedy(result));

    private static Diagnostic TimedOut(ExternalTool tool, ProcessResult result) => Diagnostic.Error(
        "TOOL003", result.LogPath ?? tool.Executable,
        $"{tool.Name} did not end within the time allowed and was stopped",
        $"an end in time of: {result.CommandLine}",
        LogRemedy(result));

    private static string LogRemedy(ProcessResult result) =>
        result.LogPath is null ? "run the command by hand to see why" : $"see what it printed in {result.LogPath}";

    private static string Cause(ProcessResult result)
    {
        var line = result.LastLines.FirstOrDefault(l => l.Contains("error", StringComparison.OrdinalIgnoreCase))
            ?? result.LastLines.LastOrDefault(l => !string.IsNullOrWhiteSpace(l));
        return line is null ? "" : $": {line.Trim()}";
    }
}

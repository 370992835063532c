using System.Globalization;
using Bitloom.Diagnostics;

namespace Bitloom.Toolchain;

/// <summary>Turns the failure of an external tool into a diagnostic that says how to go on.</summary>
public static class ToolFault
{
    private const int SignalBase = 128;
    private const int Kill = 9;
    private const int MostSignals = 64;
    private const int LongestCause = 300;

    /// <summary>The diagnostic of a failed run; null when it was fine, or cancelled (which is no fault).</summary>
    public static Diagnostic? Of(ExternalTool tool, ProcessResult result) => result.Outcome switch
    {
        ProcessOutcome.Cancelled => null,
        ProcessOutcome.NotFound => Missing(tool),
        ProcessOutcome.Refused => Refused(tool, result),
        ProcessOutcome.TimedOut => TimedOut(tool, result),
        ProcessOutcome.Exited => result.ExitCode == 0 ? null : Failed(tool, result),
    };

    /// <summary>The tool is not installed.</summary>
    public static Diagnostic Missing(ExternalTool tool) => Diagnostic.Error(
        "TOOL001", tool.Executable,
        $"{tool.Name} is not installed",
        $"a program `{tool.Executable}` in the search path",
        $"install it: {tool.InstallCommand}");

    /// <summary>The tool ended well but did not do what it was asked for.</summary>
    /// <param name="missing">What is not there, such as a file.</param>
    public static Diagnostic WithoutResult(ExternalTool tool, ProcessResult result, string missing) => Diagnostic.Error(
        "TOOL006", result.LogPath ?? tool.Executable,
        $"{tool.Name} ended without an error, but also without {missing}{Cause(result)}",
        $"{missing}, made by: {result.CommandLine}",
        LogRemedy(result));

    private static Diagnostic Refused(ExternalTool tool, ProcessResult result) => Diagnostic.Error(
        "TOOL007", tool.Executable,
        $"{tool.Name} is there but cannot be started{Cause(result)}",
        "a program that this user may run on this machine",
        $"check its permissions, or install it again: {tool.InstallCommand}");

    private static Diagnostic Failed(ExternalTool tool, ProcessResult result) => Diagnostic.Error(
        "TOOL002", result.LogPath ?? tool.Executable,
        $"{tool.Name} {Ending(result.ExitCode)}{Cause(result)}",
        $"exit code 0 of: {result.CommandLine}",
        result.ExitCode == SignalBase + Kill
            ? LogRemedy(result) + "; so ends what is running when memory runs out: free some, and run the command again"
            : LogRemedy(result));

    // The runtime tells a signal as a shell does.
    private static string Ending(int exitCode) => exitCode is > SignalBase and <= SignalBase + MostSignals
        ? string.Create(CultureInfo.InvariantCulture, $"was ended by signal {exitCode - SignalBase}")
        : string.Create(CultureInfo.InvariantCulture, $"ended with exit code {exitCode}");

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
        return line is null ? "" : $": {Readable(line.Trim())}";
    }

    // What a broken tool prints must neither fill a terminal nor control it.
    private static string Readable(string line)
    {
        var shown = string.Concat(line.Take(LongestCause).Select(c => char.IsControl(c) ? '?' : c));
        return line.Length > LongestCause ? shown + " ..." : shown;
    }
}

using System.Collections.Immutable;

namespace Bitloom.Toolchain;

/// <summary>
/// A program to run: its arguments are passed as they are, no shell reads them. A relative program name is looked up
/// in the search path.
/// </summary>
public sealed record ProcessRequest(string Program, ImmutableArray<string> Arguments)
{
    /// <summary>Made when it does not exist; the current folder when null.</summary>
    public string? WorkingFolder { get; init; }

    /// <summary>File that receives the command line and both output streams; no log when null.</summary>
    public string? LogPath { get; init; }

    /// <summary>File that receives standard output alone, byte by byte; it then does not reach the log. It is
    /// there when the program ended with exit code 0, and whole.</summary>
    public string? OutputPath { get; init; }

    /// <summary>Called with each line of output as it comes, one line at a time.</summary>
    public Action<string>? OnLine { get; init; }

    /// <summary>The process and its children are killed after this time; no limit when null.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Variables beside those of this process.</summary>
    public ImmutableSortedDictionary<string, string> Environment { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The command as a person would type it.</summary>
    public string CommandLine => ShellText.Quote([Program, .. Arguments]);
}

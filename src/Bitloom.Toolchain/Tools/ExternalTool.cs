using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Bitloom.Toolchain;

/// <summary>A program of others that Bitloom runs, and all that is needed to find, identify and install it.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Executable">Name in the search path, or a path.</param>
/// <param name="VersionArguments">What makes it print its version.</param>
/// <param name="VersionPattern">Regular expression; its first group is the version.</param>
/// <param name="DebianPackage">The package of Debian and Ubuntu that holds it.</param>
public sealed record ExternalTool(
    string Name,
    string Executable,
    ImmutableArray<string> VersionArguments,
    string VersionPattern,
    string DebianPackage)
{
    // The longest runs known take minutes. Who leaves a build alone overnight shall find an answer in the morning, and
    // no run that only is slow may be stopped.
    private static readonly TimeSpan Patience = TimeSpan.FromHours(4);

    /// <summary>A run of it, or of what it made, is stopped after this time: it hangs.</summary>
    public TimeSpan Timeout { get; init; } = Patience;

    /// <summary>The one command that installs it.</summary>
    public string InstallCommand => $"sudo apt-get install -y {DebianPackage}";

    /// <summary>The version in what the version query printed, or null when there is none.</summary>
    public string? ParseVersion(string output)
    {
        var match = Regex.Match(output, VersionPattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        return match.Success ? match.Groups[1].Value : null;
    }
}

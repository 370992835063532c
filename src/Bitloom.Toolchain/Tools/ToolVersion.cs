using Bitloom.Diagnostics;

namespace Bitloom.Toolchain;

/// <summary>A tool and the version found on this machine; null when it cannot be run.</summary>
/// <param name="Fault">Why it cannot be run.</param>
public sealed record ToolVersion(ExternalTool Tool, string? Version, Diagnostic? Fault = null)
{
    /// <summary>What is recorded when a tool runs but does not say its version in the known form.</summary>
    public const string Unknown = "unknown";

    /// <summary>True when the tool can be run.</summary>
    public bool Installed => Version is not null;
}

using System.Collections.Immutable;

namespace Bitloom.Toolchain;

/// <summary>Asks tools for their versions.</summary>
public static class ToolVersions
{
    // A tool that is asked for its version answers at once; one that does not is as good as absent.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>The versions of the tools, in their order.</summary>
    public static async Task<ImmutableArray<ToolVersion>> ProbeAsync(
        IEnumerable<ExternalTool> tools, CancellationToken cancellation = default) =>
        [.. await Task.WhenAll(tools.Select(tool => ProbeAsync(tool, cancellation)))];

    /// <summary>The version of one tool.</summary>
    public static async Task<ToolVersion> ProbeAsync(ExternalTool tool, CancellationToken cancellation = default)
    {
        var request = new ProcessRequest(tool.Executable, tool.VersionArguments) { Timeout = Patience };
        var result = await ProcessRunner.RunAsync(request, cancellation);
        if (result.Outcome != ProcessOutcome.Exited)
            return new ToolVersion(tool, null, ToolFault.Of(tool, result));
        return new ToolVersion(tool, tool.ParseVersion(string.Join('\n', result.LastLines)) ?? ToolVersion.Unknown);
    }
}

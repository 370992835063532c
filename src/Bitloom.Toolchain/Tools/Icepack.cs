using Bitloom.Diagnostics;

namespace Bitloom.Toolchain;

/// <summary>icepack: a routed iCE40 design as the bitstream that is written to a board.</summary>
public sealed class Icepack(string folder, ExternalTool? tool = null)
{
    private readonly string _folder = Path.GetFullPath(folder);

    /// <summary>The tool that is run.</summary>
    public ExternalTool Tool { get; } = tool ?? ExternalTools.Icepack;

    /// <summary>Packs a configuration; null when the bitstream is there. Log: NAME_pack.log.</summary>
    /// <param name="bitstream">The bitstream's file.</param>
    public async Task<Diagnostic?> PackAsync(
        string configuration, string bitstream, CancellationToken cancellation = default)
    {
        PartialFile.Remove(bitstream);
        var process = await ProcessRunner.RunAsync(
            new(Tool.Executable, [configuration, PartialFile.Of(bitstream)])
            {
                WorkingFolder = _folder,
                LogPath = Path.Combine(_folder, Path.GetFileNameWithoutExtension(bitstream) + "_pack.log"),
                Timeout = Tool.Timeout,
            },
            cancellation);
        PartialFile.Settle(bitstream, process.Ok);
        if (ToolFault.Of(Tool, process) is { } fault)
            return fault;
        return process.Ok && !File.Exists(bitstream)
            ? ToolFault.WithoutResult(Tool, process, Path.GetFileName(bitstream))
            : null;
    }
}

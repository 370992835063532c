using Bitloom.Diagnostics;

namespace Bitloom.Toolchain;

/// <summary>Yosys in one work folder, which holds the scripts, the logs and what they write.</summary>
public sealed class Yosys
{
    private readonly string _folder;
    private readonly ExternalTool _tool;

    /// <summary>Works in <paramref name="folder"/>, which is made when it does not exist.</summary>
    public Yosys(string folder, ExternalTool? tool = null)
    {
        _folder = Path.GetFullPath(folder);
        _tool = tool ?? ExternalTools.Yosys;
    }

    /// <summary>The tool that is run.</summary>
    public ExternalTool Tool => _tool;

    /// <summary>Writes NAME.ys and runs it. Log: NAME.log.</summary>
    public Task<ProcessResult> RunAsync(
        string name,
        string script,
        Action<string>? onLine = null,
        TimeSpan? timeout = null,
        CancellationToken cancellation = default)
    {
        AtomicFile.Write(Path.Combine(_folder, name + ".ys"), script);
        var request = new ProcessRequest(_tool.Executable, ["-s", name + ".ys"])
        {
            WorkingFolder = _folder,
            LogPath = Path.Combine(_folder, name + ".log"),
            OnLine = onLine,
            Timeout = timeout ?? _tool.Timeout,
        };
        return ProcessRunner.RunAsync(request, cancellation);
    }

    /// <summary>
    /// Synthesizes Verilog for a family, flattened, without pads: TOP.ys, TOP.log, TOP_cells.json and the netlist
    /// TOP_netlist.v, which has the contents of the memories in it.
    /// </summary>
    public async Task<SynthesisResult> SynthesizeAsync(
        SynthesisRequest request, Action<string>? onLine = null, CancellationToken cancellation = default)
    {
        string[] results =
        [
            PathOf(SynthesisScript.NetlistName(request.Top)), PathOf(SynthesisScript.CellsName(request.Top)),
            .. request.ForRouting ? (string[])[PathOf(SynthesisScript.RoutingName(request.Top))] : [],
        ];
        foreach (var result in results)
            PartialFile.Remove(result);
        var process = await RunAsync(
            request.Top, SynthesisScript.Of(request), onLine, request.Timeout, cancellation);
        foreach (var result in results)
            PartialFile.Settle(result, process.Ok);
        return new SynthesisResult(process, ReadCells(process, results), results[0]);
    }

    /// <summary>
    /// The file of Yosys's simulation models of a family's cells, as Yosys itself finds it. Log: cell_models.log.
    /// </summary>
    public async Task<Checked<string>> FindModelsAsync(CellFamily family, CancellationToken cancellation = default)
    {
        string? path = null;
        var process = await RunAsync(
            "cell_models", $"read_verilog -lib +/{family.KnownModels}\n", line => path ??= CellModels.PathIn(line),
            null, cancellation);
        if (path is not null && File.Exists(path))
            return Checked.Success(path);
        var fault = ToolFault.Of(_tool, process) ?? CellModels.Missing(family, process);
        return process.Outcome == ProcessOutcome.Cancelled
            ? Checked.Failure<string>()
            : Checked.Failure<string>(fault);
    }

    /// <summary>
    /// The longest path of a netlist of cells by their delays, without routing; null when it has none, or when the tool
    /// failed. Log: timing.log.
    /// </summary>
    /// <remarks>The models are read with their delays before the netlist: otherwise carry chains have none.</remarks>
    public async Task<TimingPath?> FindLongestPathAsync(
        string top, string netlistPath, CellFamily family, CancellationToken cancellation = default)
    {
        var lines = new List<string>();
        var script = $"""
            read_verilog -lib -specify +/{family.KnownModels}
            read_verilog "{Path.GetFullPath(netlistPath)}"
            hierarchy -top {top}
            sta

            """;
        var process = await RunAsync("timing", script, lines.Add, null, cancellation);
        return process.Ok ? TimingPath.Parse(lines) : null;
    }

    private Checked<CellCounts> ReadCells(ProcessResult process, string[] results)
    {
        if (!process.Ok)
            return ToolFault.Of(_tool, process) is { } fault
                ? Checked.Failure<CellCounts>(fault)
                : Checked.Failure<CellCounts>();
        return results.FirstOrDefault(result => !File.Exists(result)) is { } missing
            ? Checked.Failure<CellCounts>(ToolFault.WithoutResult(_tool, process, Path.GetFileName(missing)))
            : CellCounts.Parse(File.ReadAllText(results[1]), results[1]);
    }

    private string PathOf(string name) => Path.Combine(_folder, name);
}

using System.Collections.Immutable;
using Bitloom.Diagnostics;

namespace Bitloom.Toolchain;

/// <summary>
/// Verilator: Verilog and a C++ main become one simulator program, kept in the <see cref="SimulatorCache"/>. Registers
/// without a reset start from random values, so that nothing can depend on them.
/// </summary>
/// <param name="sources">Files to compile by name, the C++ main among them; names have no folders.</param>
/// <param name="logFolder">Where the logs go.</param>
/// <param name="cacheFolder">Where simulators are kept; the user's cache folder when null.</param>
public sealed class Verilator(
    string top, ImmutableSortedDictionary<string, string> sources, string logFolder, ExternalTool? tool = null,
    string? cacheFolder = null)
{
    // A change here makes other simulators of the same sources.
    private static readonly ImmutableArray<string> Options =
    [
        "--default-language", "1364-2005", "--cc", "--exe", "--build", "-O3", "-CFLAGS", "-O2",
        "--x-assign", "unique", "--x-initial", "unique", "-Wno-fatal", "-Wno-lint", "-Wno-style", "-Mdir", Objects,
    ];

    private const string Objects = "objects";

    private readonly string _folder = SimulatorCache.FolderOf(
        cacheFolder, [top, .. Options, .. sources.SelectMany(source => (string[])[source.Key, source.Value])]);

    /// <summary>The tool that is run.</summary>
    public ExternalTool Tool { get; } = tool ?? ExternalTools.Verilator;

    /// <summary>The simulator that <see cref="BuildAsync"/> makes.</summary>
    public string SimulatorPath => Path.Combine(_folder, Objects, SimulatorName);

    /// <summary>Whether a run that ended well left a simulator.</summary>
    public bool IsBuilt => SimulatorCache.IsWhole(SimulatorPath);

    private string SimulatorName => $"simulate-{top}";

    /// <summary>Builds the simulator, or finds it in the cache: then null. Log: verilate-TOP.log.</summary>
    public async Task<ProcessResult?> BuildAsync(CancellationToken cancellation = default)
    {
        if (IsBuilt)
            return null;
        var part = $"{_folder}.{Guid.NewGuid():N}.part";
        foreach (var (name, text) in sources)
            AtomicFile.Write(Path.Combine(part, name), text);
        var result = await ProcessRunner.RunAsync(
            new(Tool.Executable, [.. Options, "--top-module", top, "-o", SimulatorName, .. sources.Keys])
            {
                WorkingFolder = part,
                LogPath = Path.Combine(logFolder, $"verilate-{top}.log"),
                Timeout = Tool.Timeout,
            },
            cancellation);
        SimulatorCache.Keep(part, _folder, Path.Combine(Objects, SimulatorName), result.Ok);
        return result;
    }

    /// <summary>Runs the simulator in <paramref name="folder"/>, where memory contents are looked for.</summary>
    public Task<ProcessResult> RunAsync(
        string folder, IEnumerable<string> arguments, string logName, Action<string>? onLine = null,
        CancellationToken cancellation = default) =>
        ProcessRunner.RunAsync(
            new(SimulatorPath, [.. arguments])
            {
                WorkingFolder = folder,
                LogPath = Path.Combine(logFolder, logName),
                OnLine = onLine,
                Timeout = Tool.Timeout,
            },
            cancellation);
}

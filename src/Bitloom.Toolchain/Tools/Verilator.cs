using System.Collections.Immutable;
using Bitloom.Diagnostics;

namespace Bitloom.Toolchain;

/// <summary>
/// Verilator: Verilog and a C++ main become one simulator program, kept in the <see cref="SimulatorCache"/>. Registers
/// without a reset start from random values, so that nothing can depend on them.
/// </summary>
/// <param name="sources">Files to compile by name, the C++ main among them; names have no folders.</param>
/// <param name="logFolder">Where the logs go.</param>
/// <param name="options">Further options, among them how the C++ is optimized; null: for many windows.</param>
/// <param name="cacheFolder">Where simulators are kept; the user's cache folder when null.</param>
public sealed class Verilator(
    string top, ImmutableSortedDictionary<string, string> sources, string logFolder, ExternalTool? tool = null,
    string? cacheFolder = null, ImmutableArray<string>? options = null)
{
    // A change here makes other simulators of the same sources.
    private readonly ImmutableArray<string> _options =
    [
        "--default-language", "1364-2005", "+1800-2017ext+sv", "--cc", "--exe", "--build", "-O3",
        .. options ?? ManyWindows, "--x-assign", "unique", "--x-initial", "unique",
        "-Wno-fatal", "-Wno-lint", "-Wno-style", "-Mdir", Objects,
    ];

    private const string Objects = "objects";

    /// <summary>Options for what many windows are played through.</summary>
    public static ImmutableArray<string> ManyWindows { get; } = ["-CFLAGS", "-O2"];

    /// <summary>
    /// An option that refuses combinational loops, real or apparent: no design of ours has them. A netlist, of single
    /// bits in vectors, has many apparent ones, which are let pass.
    /// </summary>
    public const string RefuseLoops = "-Werror-UNOPTFLAT";

    /// <summary>
    /// Options for what is compiled for a few windows, such as a netlist: with 3000 LUTs, 25 s of processor time for
    /// 45 000 cycles a second; -O2 takes 35 s and is no faster, -O0 21 s and runs 6000 cycles a second.
    /// </summary>
    public static ImmutableArray<string> FewWindows { get; } =
        ["-MAKEFLAGS", "OPT_FAST=-O1", "-MAKEFLAGS", "OPT_GLOBAL=-O0", "--build-jobs", "2"];

    /// <summary>The tool that is run.</summary>
    public ExternalTool Tool { get; } = tool ?? ExternalTools.Verilator;

    /// <summary>The build's log, in the log folder; null: verilate-TOP.log.</summary>
    public string? LogName { get; init; }

    /// <summary>The simulator that <see cref="BuildAsync"/> makes.</summary>
    public string SimulatorPath => Path.Combine(Folder, Objects, SimulatorName);

    /// <summary>Whether a run that ended well left a simulator.</summary>
    public bool IsBuilt => SimulatorCache.IsWhole(SimulatorPath);

    private string Folder => field ??= SimulatorCache.FolderOf(
        cacheFolder, [top, .. _options, .. sources.SelectMany(source => (string[])[source.Key, source.Value])]);

    private string SimulatorName => $"simulate-{top}";

    /// <summary>Builds the simulator, or finds it in the cache: then null.</summary>
    public async Task<ProcessResult?> BuildAsync(CancellationToken cancellation = default)
    {
        if (IsBuilt)
            return null;
        var part = $"{Folder}.{Guid.NewGuid():N}.part";
        foreach (var (name, text) in sources)
            AtomicFile.Write(Path.Combine(part, name), text);
        var result = await ProcessRunner.RunAsync(
            new(Tool.Executable, [.. _options, "--top-module", top, "-o", SimulatorName, .. sources.Keys])
            {
                WorkingFolder = part,
                LogPath = Path.Combine(logFolder, LogName ?? $"verilate-{top}.log"),
                Timeout = Tool.Timeout,
            },
            cancellation);
        SimulatorCache.Keep(part, Folder, Path.Combine(Objects, SimulatorName), result.Ok);
        return result;
    }

    /// <summary>Runs the simulator in <paramref name="folder"/>, where memory contents are looked for.</summary>
    /// <param name="recording">Where a simulator that can (<see cref="NetlistRecording"/>) writes its
    /// recording.</param>
    public Task<ProcessResult> RunAsync(
        string folder, IEnumerable<string> arguments, string logName, Action<string>? onLine = null,
        string? recording = null, CancellationToken cancellation = default) =>
        ProcessRunner.RunAsync(
            new(SimulatorPath, [.. arguments])
            {
                WorkingFolder = folder,
                LogPath = Path.Combine(logFolder, logName),
                OnLine = onLine,
                Timeout = Tool.Timeout,
                Environment = recording is null
                    ? ImmutableSortedDictionary<string, string>.Empty
                    : ImmutableSortedDictionary<string, string>.Empty.Add(NetlistRecording.Variable, recording),
            },
            cancellation);
}

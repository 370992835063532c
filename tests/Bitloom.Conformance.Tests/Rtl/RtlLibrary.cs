using System.Collections.Concurrent;
using System.Collections.Immutable;
using Bitloom.Conformance.Tests.Rtl;
using Bitloom.Hdl;
using Bitloom.Toolchain;

[assembly: AssemblyFixture(typeof(RtlLibrary))]

namespace Bitloom.Conformance.Tests.Rtl;

/// <summary>The RTL and its benches, analyzed once for all tests; a bench is elaborated when it is first run.</summary>
public sealed class RtlLibrary : IAsyncLifetime
{
    internal static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);
    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<ProcessResult>>> _elaborations =
        new(StringComparer.Ordinal);
    private readonly Ghdl _ghdl;
    private int _runs;

    public RtlLibrary() => _ghdl = new Ghdl(WorkFolder);

    /// <summary>One bench an entity; engine and accelerator have the accelerator's.</summary>
    public static ImmutableArray<string> Benches { get; } =
    [
        "integer_arithmetic_tb",
        "multiply_tb",
        "multiply_accumulate_tb",
        "rom_1r_tb",
        "ram_1r1w_tb",
        "loadable_memory_tb",
        "weight_memory_tb",
        "sequencer_tb",
        "drain_control_tb",
        "epilogue_lane_tb",
        "mac_array_tb",
        "write_back_tb",
        "reciprocal_divider_tb",
        "softmax_tb",
        "row_maxima_tb",
        "stream_input_tb",
        "stream_output_tb",
        "loader_tb",
    ];

    private string WorkFolder => Path.Combine(_folder.Path, "work");

    public async ValueTask InitializeAsync()
    {
        var files = Sources().ToArray();
        foreach (var name in files)
            WriteSource(_folder.Path, name, RtlSources.Read(name));
        var result = await _ghdl.AnalyzeAsync(files.Select(name => Path.Combine(_folder.Path, name)));
        result.Ok.ShouldBeTrue(string.Join('\n', result.LastLines));
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs a bench; <paramref name="generics"/> are NAME=VALUE, separated by spaces.</summary>
    public async Task<BenchRun> RunAsync(string bench, string generics)
    {
        var elaboration = await _elaborations
            .GetOrAdd(bench, name => new(() => _ghdl.ElaborateAsync(name, CancellationToken.None))).Value;
        elaboration.Ok.ShouldBeTrue(string.Join('\n', elaboration.LastLines));
        return await RunAsync(_ghdl, bench, generics, $"{bench}-{Interlocked.Increment(ref _runs)}.log");
    }

    /// <summary>Runs a bench on a copy of the library in which one file of the RTL has another text.</summary>
    public async Task<BenchRun> RunMutantAsync(string bench, string generics, string name, string text)
    {
        using var folder = new TemporaryFolder();
        string[] library = [.. Directory.GetFiles(WorkFolder, "*.cf"), .. Directory.GetFiles(WorkFolder, "*.o")];
        foreach (var file in library)
            File.Copy(file, Path.Combine(folder.Path, Path.GetFileName(file)));
        WriteSource(folder.Path, name, text);
        var ghdl = new Ghdl(folder.Path);
        var analysis = await ghdl.AnalyzeAsync(
            [Path.Combine(folder.Path, name), Path.Combine(_folder.Path, $"test/{bench}.vhd")]);
        analysis.Ok.ShouldBeTrue(string.Join('\n', analysis.LastLines));
        var elaboration = await ghdl.ElaborateAsync(bench);
        elaboration.Ok.ShouldBeTrue(string.Join('\n', elaboration.LastLines));
        return await RunAsync(ghdl, bench, generics, "mutant.log");
    }

    private static async Task<BenchRun> RunAsync(Ghdl ghdl, string bench, string generics, string log)
    {
        var values = generics.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(generic => generic.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        var run = new GhdlRun { Generics = values, Timeout = Limit, LogName = log };
        return new BenchRun(await ghdl.RunAsync(bench, run, TestContext.Current.CancellationToken));
    }

    private static IEnumerable<string> Sources() =>
    [
        .. RtlSources.Packages,
        .. RtlSources.VhdlPrimitives,
        .. RtlSources.Engine.Where(name => name is not ("engine/engine.vhd" or "engine/accelerator.vhd")),
        "test/bench_types.vhd",
        .. Benches.Select(bench => $"test/{bench}.vhd"),
    ];

    private static void WriteSource(string folder, string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}

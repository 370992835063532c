using System.Collections.Immutable;
using System.Globalization;
using Bitloom.Hdl;
using Bitloom.Toolchain;

namespace Bitloom.Pipeline;

/// <summary>
/// The translated accelerator in Verilator: what synthesis reads, and hundreds of times faster than VHDL in GHDL.
/// Memory contents are files, so one simulator serves every program of an engine.
/// </summary>
public sealed class VerilatedSimulation
{
    private readonly HdlProject project;
    private readonly Verilator verilator;

    /// <summary>Prepares a simulation of a translation that has run.</summary>
    public VerilatedSimulation(HdlProject project, VerilogTranslation translation, ExternalTool? tool = null,
        string? cacheFolder = null)
    {
        this.project = project;
        string[] files = [.. translation.Files, Path.Combine(project.Directory, HdlProject.VerilatorMain)];
        verilator = new(
            VerilogTranslation.Top,
            files.ToImmutableSortedDictionary(file => Path.GetFileName(file), File.ReadAllText, StringComparer.Ordinal),
            project.Directory,
            tool,
            cacheFolder);
    }

    /// <summary>Builds the simulator; null when it is there already.</summary>
    public Task<ProcessResult?> BuildAsync(CancellationToken cancellation = default) =>
        verilator.BuildAsync(cancellation);

    /// <summary>Whether the simulator is there.</summary>
    public bool IsBuilt => verilator.IsBuilt;

    /// <summary>Plays windows of raw input elements; every output element is compared.</summary>
    /// <param name="name">Names the vectors and the log.</param>
    /// <param name="stallSeed">Seed of random stalls on both streams, at least 1; null plays at full speed.</param>
    /// <param name="resetSeed">Draws the values that registers without a reset start from.</param>
    /// <param name="onWindow">Called after each window.</param>
    public async Task<RtlRun> RunAsync(
        string name,
        IReadOnlyCollection<int> inputs,
        IReadOnlyCollection<int> expected,
        int? stallSeed = null,
        int resetSeed = 1,
        Action? onWindow = null,
        CancellationToken cancellation = default)
    {
        var vectors = project.WriteVectors(name, inputs, expected);
        var log = new BenchLog(onWindow);
        var process = await verilator.RunAsync(
            project.Directory, Arguments(vectors, stallSeed ?? 0, resetSeed), $"simulate-{name}.log", log.Add,
            cancellation);
        var windows = expected.Count / project.Program.Parameters.Outputs;
        return new(process, log.Cycles, log.Beats, expected.Count, windows, project.ReadOutputs(vectors), log.Failure);
    }

    private string[] Arguments(VectorPaths vectors, int stallSeed, int resetSeed)
    {
        var parameters = project.Program.Parameters;
        var watchdog = project.Program.Schedule.Cycles * 20 + 10_000;
        return
        [
            vectors.Input, vectors.Expected, Text(parameters.Inputs), Text(parameters.Outputs), Text(stallSeed),
            Text(resetSeed), Text(watchdog), vectors.Output,
        ];
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}

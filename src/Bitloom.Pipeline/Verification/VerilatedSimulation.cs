using System.Collections.Immutable;
using System.Globalization;
using Bitloom.Engine;
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
    /// <param name="options">How the C++ is compiled; null: for many windows.</param>
    public VerilatedSimulation(
        HdlProject project, VerilogTranslation translation, ExternalTool? tool = null, string? cacheFolder = null,
        ImmutableArray<string>? options = null)
        : this(project, translation.Simulator(HdlProject.VerilatorMain, tool, cacheFolder, options))
    {
    }

    /// <summary>A simulation of an accelerator in any other form, with the same main program.</summary>
    internal VerilatedSimulation(HdlProject project, Verilator verilator)
    {
        this.project = project;
        this.verilator = verilator;
    }

    /// <summary>
    /// The same simulator with another program of the same engine, whose contents replace those in the folder.
    /// </summary>
    public VerilatedSimulation Load(EngineProgram program) => new(project.Load(program), verilator);

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
    /// <param name="phases">Loads and the sizes of the windows after them; null: no load, the program's size.</param>
    /// <param name="recording">Where the netlist's activity is recorded; null: it is not.</param>
    public async Task<RtlRun> RunAsync(
        string name,
        IReadOnlyCollection<int> inputs,
        IReadOnlyCollection<int> expected,
        int? stallSeed = null,
        int resetSeed = 1,
        Action? onWindow = null,
        IReadOnlyCollection<LoadPhase>? phases = null,
        string? recording = null,
        CancellationToken cancellation = default)
    {
        var vectors = project.WriteVectors(name, inputs, expected);
        var log = new BenchLog(onWindow);
        string[] arguments =
        [
            .. Arguments(vectors, stallSeed ?? 0, resetSeed), Text(BenchWatchdog.Cycles(project.Program, phases)),
            vectors.Output, phases is null ? "none" : project.WriteLoads(name, phases),
        ];
        var process = await verilator.RunAsync(
            project.Directory, arguments, $"simulate-{name}.log", log.Add, recording, cancellation);
        var windows = phases?.Sum(phase => phase.Windows) ?? expected.Count / project.Program.Outputs;
        return new(process, log.Cycles, log.Beats, expected.Count, windows, project.ReadOutputs(vectors), log.Failure);
    }

    private string[] Arguments(VectorPaths vectors, int stallSeed, int resetSeed)
    {
        var parameters = project.Program.Parameters;
        return
        [
            vectors.Input, vectors.Expected, Text(parameters.Inputs), Text(project.Program.Outputs), Text(stallSeed),
            Text(resetSeed),
        ];
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}

using System.Collections.Immutable;
using System.Globalization;
using Bitloom.Hdl;
using Bitloom.Toolchain;

namespace Bitloom.Pipeline;

/// <summary>The accelerator of an <see cref="HdlProject"/> in GHDL: built once, run with many vectors.</summary>
public sealed class RtlSimulation(HdlProject project, ExternalTool? tool = null)
{
    private const string Bench = "accelerator_tb";
    private readonly Ghdl ghdl = new(project.Directory, tool);

    /// <summary>Analyzes and elaborates; the result of the step that failed, or of the last.</summary>
    public async Task<ProcessResult> BuildAsync(CancellationToken cancellation = default)
    {
        var files = HdlProject.SimulationFiles.Select(name => Path.Combine(project.Directory, name));
        var analysis = await ghdl.AnalyzeAsync(files, cancellation);
        return analysis.Ok ? await ghdl.ElaborateAsync(Bench, cancellation) : analysis;
    }

    /// <summary>Plays windows of raw input elements; every output element is compared.</summary>
    /// <param name="name">Names the vectors and the log.</param>
    /// <param name="stallSeed">Seed of random stalls on both streams; null plays at full speed.</param>
    /// <param name="onWindow">Called after each window.</param>
    /// <param name="phases">Loads and the sizes of the windows after them; null: no load, the program's size.</param>
    public async Task<RtlRun> RunAsync(
        string name,
        IReadOnlyCollection<int> inputs,
        IReadOnlyCollection<int> expected,
        int? stallSeed = null,
        Action? onWindow = null,
        IReadOnlyCollection<LoadPhase>? phases = null,
        CancellationToken cancellation = default)
    {
        var vectors = project.WriteVectors(name, inputs, expected);
        var log = new BenchLog(onWindow);
        var run = new GhdlRun
        {
            Generics = Generics(name, vectors, stallSeed, phases),
            LogName = $"simulate-{name}.log",
            OnLine = log.Add,
        };
        var process = await ghdl.RunAsync(Bench, run, cancellation);
        var windows = phases?.Sum(phase => phase.Windows) ?? expected.Count / project.Program.Outputs;
        return new(process, log.Cycles, log.Beats, expected.Count, windows, project.ReadOutputs(vectors), log.Failure);
    }

    private ImmutableSortedDictionary<string, string> Generics(
        string name, VectorPaths vectors, int? stallSeed, IReadOnlyCollection<LoadPhase>? phases)
    {
        var generics = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        generics["input_file_g"] = vectors.Input;
        generics["expected_file_g"] = vectors.Expected;
        generics["load_file_g"] = phases is null ? "none" : project.WriteLoads(name, phases);
        generics["output_file_g"] = vectors.Output;
        generics["outputs_g"] = Text(project.Program.Outputs);
        generics["stalled_g"] = stallSeed is null ? "false" : "true";
        generics["seed_g"] = Text(stallSeed ?? 1);
        generics["watchdog_g"] = Text(BenchWatchdog.Cycles(project.Program, phases));
        return generics.ToImmutable();
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}

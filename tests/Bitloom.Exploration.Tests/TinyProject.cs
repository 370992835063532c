using System.Globalization;
using Bitloom.Data;
using Bitloom.Pipeline;
using Bitloom.Projects;
using Bitloom.Toolchain;

namespace Bitloom.Exploration.Tests;

/// <summary>A project that is trained in no time, with a device that is too small for it with 8 bits everywhere.</summary>
internal sealed class TinyProject : IDisposable
{
    private const string Yaml = """
        name: wave
        data: {file: wave.csv, features: [level], targets: [level], window: 4}
        model: {dimension: 4, feedForwardRatio: 1}
        training: {epochs: 3, quantizedEpochs: 2, learningRate: 0.01}
        engine: {device: ./small.yaml, clock: 12, rows: 2, columns: 1, lanes: 1}
        explore:
          weights: [2, 4, 8]
          activations: [4, 8]
          trials: 6
          population: 3
          points: 1
          objectives: [error, latency]
          space: {model.feedForwardRatio: [1, 2], training.learningRate: 0.001..0.01 log}

        """;

    // As docs/adding-a-device.md has it; blocks and LUTs are those of no device.
    private const string Device = """
        name: small
        vendor: Lattice
        family: iCE40 UltraPlus
        synthesis: ice40
        lutInputs: 4
        luts: {count: LUTS, source: "a test"}
        lutMemory: {count: 0, source: "a test"}
        flipFlops: {count: 5280, source: "a test"}
        blockRams: {count: BLOCKS, bits: 4096, source: "a test"}
        singlePortRams: {count: 0, bits: 0, source: "a test"}
        multipliers: {count: 8, kind: SB_MAC16, wide: 16, narrow: 16, accumulator: 32, source: "a test"}
        io: {count: 39, package: SG48, source: "a test"}
        supplyVoltage: {volts: 1.2, source: "a test"}
        staticPower: {unknown: a test}
        configuration: {bits: 832720, source: "a test"}
        speedGrades:
          "-": {clockTree: 185, multiplier: 50, source: "a test"}

        """;

    // None can be started.
    public static readonly BuildTools NoTools = new(
        ExternalTools.Ghdl with { Executable = "absent-ghdl" },
        ExternalTools.Verilator with { Executable = "absent-verilator" },
        ExternalTools.Yosys with { Executable = "absent-yosys" });

    private readonly TemporaryFolder _folder = new();

    public TinyProject(int luts = 1000, int blocks = 22) => _folder
        .With("project.yaml", Yaml)
        .With("small.yaml", Device
            .Replace("LUTS", luts.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("BLOCKS", blocks.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))
        .With("wave.csv", "level\n" + string.Concat(Enumerable.Range(0, 120).Select(row =>
            string.Create(CultureInfo.InvariantCulture, $"{Math.Sin(row / 3.0):0.000}\n"))));

    public string this[string name] => _folder[name];

    /// <summary>The project with keys replaced, and its data.</summary>
    public (Project Project, ITaskData Data) Read(params string[] settings)
    {
        var project = ProjectReader.Read(_folder.Path, settings);
        project.Diagnostics.ShouldBeEmpty();
        return (project.Value!, TaskDataReader.Read(project.Value!.Data).Value!);
    }

    /// <summary>What works on the project begin with.</summary>
    public BuildInputs Inputs(string output, params string[] settings)
    {
        var (project, data) = Read(settings);
        return new(project, data, NoTools, [], _folder[output], []);
    }

    /// <summary>A command on the project.</summary>
    public BuildRequest Request(string output, IEnumerable<KeyValuePair<string, string>> settings) =>
        new(_folder.Path, _folder[output], [.. settings]);

    public void Dispose() => _folder.Dispose();
}

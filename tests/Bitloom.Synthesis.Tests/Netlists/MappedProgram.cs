using Bitloom.Engine;
using Bitloom.Hdl;
using Bitloom.Interpreter;
using Bitloom.Ir;
using Bitloom.Pipeline;
using Bitloom.Toolchain;

namespace Bitloom.Synthesis.Tests.Netlists;

/// <summary>A graph's program as the cells of a family, with windows and what the interpreter makes of them.</summary>
internal sealed class MappedProgram : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bitloom-").FullName;
    private readonly HdlProject project;
    private readonly CellFamily family;

    public MappedProgram(IntegerGraph graph, EngineShape shape, MemoryKinds kinds, CellFamily family, int windows)
        : this(graph, shape, kinds, family, [.. Enumerable.Range(0, windows).Select(w => RandomGraphs.Input(graph, w))])
    {
    }

    public MappedProgram(
        IntegerGraph graph, EngineShape shape, MemoryKinds kinds, CellFamily family, IReadOnlyList<int[]> inputs)
    {
        this.family = family;
        Program = EngineCompiler.Compile(graph, EngineOptions.Pinned(shape)).Value!;
        project = HdlProject.Write(folder, Program, kinds);
        Inputs = [.. inputs.SelectMany(input => input)];
        Expected = [.. inputs.SelectMany(input => GraphInterpreter.Run(graph, input).Output)];
    }

    public EngineProgram Program { get; }

    /// <summary>Elements of all windows.</summary>
    public int[] Inputs { get; }

    /// <summary>Output elements of all windows.</summary>
    public int[] Expected { get; }

    public SynthesizedModel Synthesized { get; private set; } = null!;

    public async Task SynthesizeAsync()
    {
        var verilog = new VerilogTranslation(project);
        (await verilog.RunAsync(TestContext.Current.CancellationToken)).ShouldBeNull();
        var synthesized = await SynthesizeStage.SynthesizeAsync(
            new(project, verilog), family, ExternalTools.Yosys, new SilentProgress(),
            TestContext.Current.CancellationToken);
        synthesized.Diagnostics.ShouldBeEmpty();
        Synthesized = synthesized.Value!;
    }

    /// <summary>The simulator of the netlist, or of the netlist with a change.</summary>
    public async Task<VerilatedSimulation> BuildAsync(Func<string, string>? change = null)
    {
        var name = SynthesisScript.NetlistName(VerilogTranslation.Top);
        var netlist = Path.Combine(folder, "changed", name);
        var text = File.ReadAllText(Path.Combine(folder, name));
        Directory.CreateDirectory(Path.GetDirectoryName(netlist)!);
        File.WriteAllText(netlist, change is null ? text : change(text));
        var simulation = await NetlistSimulation.PrepareAsync(
            project, netlist, family, BuildTools.Installed,
            cancellation: TestContext.Current.CancellationToken);
        simulation.Diagnostics.ShouldBeEmpty();
        var build = await simulation.Value!.BuildAsync(TestContext.Current.CancellationToken);
        (build?.Ok ?? true).ShouldBeTrue(string.Join('\n', build?.LastLines ?? []));
        return simulation.Value;
    }

    public string PathOf(string name) => Path.Combine(folder, name);

    /// <summary>What a recording of the netlist has.</summary>
    public (NetActivity Window, NetActivity Idle) CountActivity(string recording)
    {
        using var netlist = new StreamReader(PathOf(SynthesisScript.NetlistName(VerilogTranslation.Top)));
        using var changes = new StreamReader(recording);
        return NetlistRecording.Count(netlist, changes);
    }

    public static Task<RtlRun> PlayAsync(
        VerilatedSimulation simulation, int[] inputs, int[] expected, int? stallSeed, int resetSeed) =>
        simulation.RunAsync(
            stallSeed is null ? "full" : "stalled", inputs, expected, stallSeed, resetSeed,
            cancellation: TestContext.Current.CancellationToken);

    public void Dispose() => Directory.Delete(folder, recursive: true);
}

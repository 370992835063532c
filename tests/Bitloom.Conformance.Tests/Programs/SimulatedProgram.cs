using Bitloom.Engine;
using Bitloom.Hdl;
using Bitloom.Interpreter;
using Bitloom.Ir;
using Bitloom.Pipeline;

namespace Bitloom.Conformance.Tests.Programs;

/// <summary>A graph's program in GHDL, with windows and the outputs that are expected of them.</summary>
internal sealed class SimulatedProgram : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly RtlSimulation simulation;

    /// <summary>Random windows, expected as the interpreter has them.</summary>
    public SimulatedProgram(IntegerGraph graph, EngineShape shape, int windows, int seed)
        : this(graph, shape, [.. Enumerable.Range(0, windows).Select(w => RandomGraphs.Input(graph, 100 * seed + w))])
    {
    }

    /// <summary>Windows, expected as the interpreter has them.</summary>
    public SimulatedProgram(IntegerGraph graph, EngineShape shape, int[][] windows)
        : this(
            graph,
            shape,
            [.. windows.SelectMany(window => window)],
            [.. windows.SelectMany(window => GraphInterpreter.Run(graph, window).Output)])
    {
    }

    /// <param name="plan">How the engine's memories are built; null: whole.</param>
    public SimulatedProgram(
        IntegerGraph graph, EngineShape shape, int[] inputs, int[] expected,
        Func<EngineParameters, MemoryPlan>? plan = null)
    {
        Program = EngineCompiler.Compile(graph, EngineOptions.Pinned(shape)).Value!;
        Memories = (plan ?? SplitMemories.None)(Program.Parameters);
        simulation = new RtlSimulation(HdlProject.Write(folder.Path, Program, Memories));
        (Inputs, Expected, Windows) = (inputs, expected, inputs.Length / graph.InputTensor.Count);
    }

    public EngineProgram Program { get; }

    public MemoryPlan Memories { get; }

    public int Windows { get; }

    /// <summary>Elements of all windows.</summary>
    public int[] Inputs { get; }

    /// <summary>Output elements of all windows.</summary>
    public int[] Expected { get; }

    public string PathOf(string name) => Path.Combine(folder.Path, name);

    public async Task BuildAsync()
    {
        var build = await simulation.BuildAsync(TestContext.Current.CancellationToken);
        build.Ok.ShouldBeTrue(string.Join('\n', build.LastLines));
    }

    public Task<RtlRun> PlayAsync(int[] inputs, int[] expected, int? stallSeed = null) => simulation.RunAsync(
        stallSeed is null ? "full" : "stalled", inputs, expected, stallSeed,
        cancellation: TestContext.Current.CancellationToken);

    /// <summary>Plays the windows at full speed and stalled; outputs and cycles must be those predicted.</summary>
    public async Task ShouldAgreeAsync(int windows)
    {
        await BuildAsync();
        var full = await PlayAsync(Inputs, Expected);
        var stalled = await PlayAsync(Inputs, Expected, stallSeed: 3);

        foreach (var run in (RtlRun[])[full, stalled])
        {
            run.Ok.ShouldBeTrue(string.Join('\n', run.Process.LastLines));
            run.Beats.ShouldBe(Expected.Length);
            run.Outputs.ShouldBe(Expected);
        }

        full.Cycles.ShouldBe(Enumerable.Repeat(Program.Schedule.Cycles, windows));
        stalled.Cycles.Length.ShouldBe(windows);
        stalled.Cycles.ShouldAllBe(cycles => cycles >= Program.Schedule.Cycles);
    }

    public void Dispose() => folder.Dispose();
}

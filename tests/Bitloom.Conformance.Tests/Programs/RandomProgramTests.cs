using Bitloom.Engine;
using Bitloom.Hdl;
using Bitloom.Interpreter;
using Bitloom.Pipeline;
using Bitloom.Tests.Graphs;

namespace Bitloom.Conformance.Tests.Programs;

/// <summary>Random graphs on random engines: the RTL in GHDL equals the interpreter, and the predicted cycles hold.</summary>
public sealed class RandomProgramTests
{
    public static TheoryData<int, int, int, int> Cases => new()
    {
        { 1, 4, 4, 1 },
        { 2, 6, 3, 1 },
        { 3, 6, 3, 3 },
        { 4, 4, 2, 2 },
        { 5, 3, 3, 1 },
        { 6, 8, 4, 2 },
        { 7, 1, 1, 1 },
        { 8, 12, 4, 2 },
        { 9, 2, 1, 1 },
        { 10, 5, 5, 5 },
        { 11, 12, 6, 3 },
        { 12, 4, 1, 1 },
        { 13, 6, 6, 2 },
        { 14, 9, 3, 3 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Rtl_EqualsTheInterpreter_OnRandomPrograms(int seed, int t, int g, int r)
    {
        var graph = RandomGraphs.Create(seed);
        var program = EngineCompiler.Compile(graph, EngineOptions.Pinned(new(t, g, r))).Value!;
        using var folder = new TemporaryFolder();
        var simulation = new RtlSimulation(HdlProject.Write(folder.Path, program, new MemoryKinds()));
        var inputs = Enumerable.Range(0, 3).Select(window => RandomGraphs.Input(graph, 100 * seed + window)).ToArray();
        int[] expected = [.. inputs.SelectMany(input => GraphInterpreter.Run(graph, input).Output)];
        int[] elements = [.. inputs.SelectMany(input => input)];

        var build = await simulation.BuildAsync(TestContext.Current.CancellationToken);
        var full = await simulation.RunAsync(
            "full", elements, expected, cancellation: TestContext.Current.CancellationToken);
        var stalled = await simulation.RunAsync(
            "stalled", elements, expected, stallSeed: seed, cancellation: TestContext.Current.CancellationToken);

        build.Ok.ShouldBeTrue(string.Join('\n', build.LastLines));
        full.Ok.ShouldBeTrue(string.Join('\n', full.Process.LastLines));
        full.Beats.ShouldBe(expected.Length);
        full.Cycles.ShouldBe(Enumerable.Repeat(program.Schedule.Cycles, inputs.Length));
        stalled.Ok.ShouldBeTrue(string.Join('\n', stalled.Process.LastLines));
    }
}

using Bitloom.Engine;
using Bitloom.Interpreter;
using Bitloom.Pipeline;

namespace Bitloom.Conformance.Tests.Programs;

/// <summary>
/// What GHDL makes of the RTL for synthesis, in Verilator: equal to the interpreter, whatever registers start from.
/// </summary>
public sealed class TranslatedProgramTests
{
    [Theory]
    [InlineData(21, 6, 3, 1)]
    [InlineData(23, 12, 6, 3)]
    [InlineData(24, 5, 1, 1)]
    public async Task Translation_EqualsTheInterpreter_OnRandomPrograms(int seed, int t, int g, int r)
    {
        using var folder = new TemporaryFolder();
        var (program, inputs, expected) = Vectors(seed, new(t, g, r), windows: 40);
        var simulation = await Translation.BuildAsync(folder, program);

        var full = await RunAsync(simulation, "full", inputs, expected, stallSeed: null, resetSeed: 1);
        var stalled = await RunAsync(simulation, "stalled", inputs, expected, stallSeed: seed, resetSeed: 2);

        full.Ok.ShouldBeTrue(string.Join('\n', full.Process.LastLines));
        full.Cycles.ShouldBe(Enumerable.Repeat(program.Schedule.Cycles, 40));
        full.Outputs.ShouldBe(expected);
        stalled.Ok.ShouldBeTrue(string.Join('\n', stalled.Process.LastLines));
        stalled.Beats.ShouldBe(expected.Length);
    }

    [Fact]
    public async Task Bench_NamesTheElement_WhenAnExpectedValueIsCorrupted()
    {
        using var folder = new TemporaryFolder();
        var (program, inputs, expected) = Vectors(21, new(6, 3, 1), windows: 4);
        var simulation = await Translation.BuildAsync(folder, program);
        var element = expected.Length - 1;
        var corrupted = expected.ToArray();
        corrupted[element] ^= 1;

        var run = await RunAsync(simulation, "corrupted", inputs, corrupted, stallSeed: null, resetSeed: 1);

        run.Ok.ShouldBeFalse();
        run.Process.ExitCode.ShouldBe(1);
        run.Failure.ShouldNotBeNull().ShouldStartWith(
            $"mismatch: window 3 element {program.Outputs - 1} expected ");
    }

    private static (EngineProgram Program, int[] Inputs, int[] Expected) Vectors(
        int seed, EngineShape shape, int windows)
    {
        var graph = RandomGraphs.Create(seed);
        var program = EngineCompiler.Compile(graph, EngineOptions.Pinned(shape)).Value!;
        var inputs = Enumerable.Range(0, windows).Select(w => RandomGraphs.Input(graph, 1000 * seed + w)).ToArray();
        return (program, [.. inputs.SelectMany(input => input)],
            [.. inputs.SelectMany(input => GraphInterpreter.Run(graph, input).Output)]);
    }

    private static Task<RtlRun> RunAsync(
        VerilatedSimulation simulation, string name, int[] inputs, int[] expected, int? stallSeed, int resetSeed) =>
        simulation.RunAsync(
            name, inputs, expected, stallSeed, resetSeed, cancellation: TestContext.Current.CancellationToken);
}

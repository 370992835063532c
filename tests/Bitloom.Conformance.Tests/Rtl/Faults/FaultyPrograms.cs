using Bitloom.Conformance.Tests.Programs;
using Bitloom.Engine;
using Bitloom.Ir;
using Bitloom.Tests.Engine;

namespace Bitloom.Conformance.Tests.Rtl.Faults;

/// <summary>The programs that faults are tried with, analyzed once.</summary>
public sealed class FaultyPrograms : IAsyncLifetime
{
    /// <summary>
    /// Everything at least once: two heads, two tiles of rows, the last one short, groups of two lanes, key words of
    /// several groups, residuals.
    /// </summary>
    internal FaultyAccelerator Encoder { get; } = new(new SimulatedProgram(
        new Configuration(N: 10, M: 3, D: 6, Heads: 2, Layers: 1, Bits: 6, T: 8, G: 4, R: 2).Graph(),
        new EngineShape(8, 4, 2), windows: 4, seed: 5));

    /// <summary>Sums as wide as the compiler proved.</summary>
    internal FaultyAccelerator Extremes { get; } = new(new SimulatedProgram(
        SmallGraphs.Extremes(), new EngineShape(1, 1, 1), SmallGraphs.ExtremeInputs()));

    /// <summary>Normalizations in both layouts, a table, two outputs; two tiles of rows, the last one short.</summary>
    internal FaultyAccelerator Further { get; } = new(new SimulatedProgram(
        SmallGraphs.Further(), new EngineShape(4, 2, 2), windows: 3, seed: 5));

    /// <summary>The encoder with masks.</summary>
    internal FaultyAccelerator Causal { get; } = new(new SimulatedProgram(
        Masked(new Configuration(N: 10, M: 3, D: 6, Heads: 2, Layers: 1, Bits: 6, T: 8, G: 4, R: 2).Graph()),
        new EngineShape(8, 4, 2), windows: 4, seed: 5));

    public async ValueTask InitializeAsync()
    {
        await Causal.Program.BuildAsync();
        await Further.Program.BuildAsync();
        await Encoder.Program.BuildAsync();
        await Extremes.Program.BuildAsync();
    }

    public ValueTask DisposeAsync()
    {
        Causal.Program.Dispose();
        Further.Program.Dispose();
        Encoder.Program.Dispose();
        Extremes.Program.Dispose();
        return ValueTask.CompletedTask;
    }

    private static IntegerGraph Masked(IntegerGraph graph) => graph with
    {
        Operations = [.. graph.Operations.Select(op => op is SoftmaxOp softmax ? softmax with { Causal = true } : op)],
    };
}

using Bitloom.Engine;

namespace Bitloom.Conformance.Tests.Programs;

/// <summary>One small program, built once for the tests of a class: four windows of two outputs of 8 bits.</summary>
public sealed class SmallProgram : IAsyncLifetime
{
    internal SimulatedProgram Program { get; } = new(
        new Configuration(N: 3, M: 2, D: 4, Heads: 1, Layers: 1, Bits: 8, T: 2, G: 2, R: 1).Graph(),
        new EngineShape(2, 2, 1), windows: 4, seed: 5);

    public async ValueTask InitializeAsync() => await Program.BuildAsync();

    public ValueTask DisposeAsync()
    {
        Program.Dispose();
        return ValueTask.CompletedTask;
    }
}

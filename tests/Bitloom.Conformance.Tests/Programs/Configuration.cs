using System.Globalization;
using Bitloom.Engine;
using Bitloom.Ir;

namespace Bitloom.Conformance.Tests.Programs;

/// <summary>
/// A model and an engine by their sizes; n, m, d and so on as in docs/arithmetic.md and docs/engine.md.
/// </summary>
public sealed record Configuration(int N, int M, int D, int Heads, int Layers, int Bits, int T, int G, int R)
{
    private const int Windows = 3;

    private int Seed => 1000 * N + 100 * D + 10 * Heads + Layers;

    /// <summary>All tensors and weights have the same bits; every product that may has a residual.</summary>
    public IntegerGraph Graph() => RandomGraphs.Create(Seed, new RandomGraphOptions
    {
        Window = N,
        Features = M,
        Heads = Heads,
        HeadDimension = D / Heads,
        HiddenDimension = 2 * D,
        Layers = Layers,
        Outputs = 2,
        MinimumBits = Bits,
        MaximumBits = Bits,
        Residuals = true,
    });

    public async Task ShouldAgreeAsync()
    {
        using var program = new SimulatedProgram(Graph(), new EngineShape(T, G, R), Windows, Seed);
        await program.ShouldAgreeAsync(Windows);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"n={N} m={M} d={D} heads={Heads} layers={Layers} bits={Bits} T={T} G={G} R={R}");
}

using Bitloom.Engine;
using Bitloom.Pipeline;
using Bitloom.Toolchain;

namespace Bitloom.Synthesis.Tests.Netlists;

/// <summary>A small accelerator of a family, synthesized and built once for the tests of a class.</summary>
public abstract class SmallNetlist(CellFamily family, MemoryKinds kinds) : IAsyncLifetime
{
    public const int Windows = 4;

    internal MappedProgram Program { get; } = new(
        RandomGraphs.Create(33, new RandomGraphOptions
        {
            Window = 3,
            Features = 2,
            Heads = 2,
            HeadDimension = 2,
            HiddenDimension = 6,
            Layers = 1,
            Outputs = 2,
            MinimumBits = 6,
            MaximumBits = 6,
            Residuals = true,
            MultiplierBits = 16,
            ExponentialBits = 8,
        }),
        new EngineShape(T: 2, G: 2, R: 1), kinds, family, Windows);

    internal VerilatedSimulation Simulation { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Program.SynthesizeAsync();
        Simulation = await Program.BuildAsync();
    }

    public ValueTask DisposeAsync()
    {
        Program.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}

/// <summary>Of the 7 series, with every memory that leaves a choice in blocks.</summary>
public sealed class SmallSevenSeriesNetlist() : SmallNetlist(
    CellFamily.SevenSeries,
    new MemoryKinds(
        Bank0: MemoryKind.Block, Bank1: MemoryKind.Block, BankB: MemoryKind.Block, Weight: MemoryKind.Block,
        Epilogue: MemoryKind.Block));

/// <summary>Of iCE40, with the kinds that a project has.</summary>
public sealed class SmallIce40Netlist() : SmallNetlist(CellFamily.Ice40, new MemoryKinds());

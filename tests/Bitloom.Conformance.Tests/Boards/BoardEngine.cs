using Bitloom.Conformance.Tests.Programs;
using Bitloom.Engine;
using Bitloom.Hdl;
using Bitloom.Pipeline;

namespace Bitloom.Conformance.Tests.Boards;

/// <summary>
/// A board with a loadable engine, translated once for the tests of a class; each test starts it on a line of its own.
/// </summary>
public sealed class BoardEngine : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly LoadableEngine engine = new();
    private VerilogTranslation? translation;
    private BoardProject? board;

    /// <summary>What the board runs at first.</summary>
    internal LoadableModel BuiltIn => engine.BuiltIn;

    /// <summary>What can be loaded.</summary>
    internal LoadableModel Other => engine.Other;

    public async ValueTask InitializeAsync()
    {
        var kinds = new MemoryKinds(Weight: MemoryKind.Block, Epilogue: MemoryKind.Block);
        var hardware = HdlProject.Write(folder.Path, engine.BuiltIn.Program, kinds, loadPort: true);
        board = new BoardProject(hardware, BoardProject.LeastClocksPerBit).Write();
        translation = new VerilogTranslation(
            hardware, top: BoardProject.Top, sources: BoardProject.SynthesisFiles);
        (await translation.RunAsync(TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    public async ValueTask DisposeAsync()
    {
        await engine.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>The hardware as it is for a model.</summary>
    internal HdlProject HardwareOf(LoadableModel model) => board!.Hardware with { Program = model.Program };

    public async Task<SimulatedBoard> StartAsync(LineNoise noise)
    {
        var started = await SimulatedBoard.StartAsync(
            board!, translation!, noise, cancellation: TestContext.Current.CancellationToken);
        started.Diagnostics.ShouldBeEmpty();
        return started.Value!;
    }
}

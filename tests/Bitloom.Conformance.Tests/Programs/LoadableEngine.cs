using Bitloom.Engine;
using Bitloom.Hdl;
using Bitloom.Pipeline;
using Bitloom.Toolchain;

namespace Bitloom.Conformance.Tests.Programs;

/// <summary>
/// An engine with a load port, built once for the tests of a class: it holds a large model, and a smaller one with other
/// windows and outputs has been compiled for it.
/// </summary>
public sealed class LoadableEngine : IAsyncLifetime
{
    private static readonly RandomGraphOptions Large = new()
    {
        Window = 8,
        Features = 3,
        Heads = 2,
        HeadDimension = 5,
        HiddenDimension = 14,
        Layers = 1,
        Outputs = 3,
        MinimumBits = 6,
        ExponentialBits = 8,
        Residuals = true,
    };

    private static readonly RandomGraphOptions Small = new()
    {
        Window = 6,
        Features = 2,
        Heads = 1,
        HeadDimension = 3,
        HiddenDimension = 7,
        Layers = 1,
        Outputs = 2,
        MaximumBits = 5,
        MultiplierBits = 8,
        ExponentialBits = 8,
    };

    private readonly TemporaryFolder folder = new();
    private RtlSimulation? vhdl;
    private VerilatedSimulation? translated;

    public LoadableEngine()
    {
        var (large, small) = (RandomGraphs.Create(1, Large), RandomGraphs.Create(2, Small));
        // Room for whatever the smaller model's constants need; exponentials and reciprocals are the same.
        var least = EngineCompiler.Compile(large, EngineOptions.Pinned(new(6, 3, 1))).Value!.Parameters;
        var engine = least with { Widths = least.Widths.WithRoom() };
        BuiltIn = LoadableModel.Compile(large, engine);
        Other = LoadableModel.Compile(small, engine with { InputRows = 6, InputColumns = 2 });
    }

    /// <summary>What the engine holds at first.</summary>
    internal LoadableModel BuiltIn { get; }

    /// <summary>Another model for the same engine.</summary>
    internal LoadableModel Other { get; }

    public async ValueTask InitializeAsync()
    {
        var kinds = new MemoryKinds(Weight: MemoryKind.Block, Epilogue: MemoryKind.Block);
        var project = HdlProject.Write(folder.Path, BuiltIn.Program, kinds, loadPort: true);
        vhdl = new(project);
        ShouldBeBuilt(await vhdl.BuildAsync(TestContext.Current.CancellationToken));
        var translation = new VerilogTranslation(project);
        (await translation.RunAsync(TestContext.Current.CancellationToken)).ShouldBeNull();
        translated = new(project, translation, options: Verilator.FewWindows);
        ShouldBeBuilt(await translated.BuildAsync(TestContext.Current.CancellationToken));
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Plays the phases in GHDL and in Verilator, one run each without a reset in between.</summary>
    internal async Task<RtlRun[]> PlayAsync(string name, LoadSession session, int? stallSeed = null) =>
    [
        await vhdl!.RunAsync(
            name, session.Inputs, session.Expected, stallSeed, phases: session.Phases,
            cancellation: TestContext.Current.CancellationToken),
        await translated!.RunAsync(
            $"translated-{name}", session.Inputs, session.Expected, stallSeed, resetSeed: 4, phases: session.Phases,
            cancellation: TestContext.Current.CancellationToken),
    ];

    private static void ShouldBeBuilt(ProcessResult? build) =>
        (build?.Ok ?? true).ShouldBeTrue(string.Join('\n', build?.LastLines ?? []));
}

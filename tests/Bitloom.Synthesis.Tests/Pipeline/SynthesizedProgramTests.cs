using Bitloom.Engine;
using Bitloom.Hdl;
using Bitloom.Pipeline;
using Bitloom.Toolchain;

namespace Bitloom.Synthesis.Tests.Pipeline;

/// <summary>What the netlist of a small accelerator takes, through the stage that the main job runs.</summary>
public sealed class SynthesizedProgramTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bitloom-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Accelerator_TakesAMultiplierACell_AndTwoALane()
    {
        var shape = new EngineShape(T: 4, G: 2, R: 1);

        var (cells, counts) = await SynthesizeAsync(shape, new MemoryKinds());

        counts.Dsp.ShouldBe(4 * 2 + 2 * 1);
        ShouldBeSound(cells, counts);
    }

    [Fact]
    public async Task Accelerator_KeepsWeightsInBlocks_WhereThatIsAsked()
    {
        var shape = new EngineShape(T: 3, G: 3, R: 3);

        var (cells, counts) = await SynthesizeAsync(shape, new MemoryKinds(Weight: MemoryKind.Block));

        counts.Dsp.ShouldBe(3 * 3 + 2 * 3);
        counts.BlockRam.ShouldBeGreaterThan(0);
        ShouldBeSound(cells, counts);
    }

    [Fact]
    public async Task Accelerator_TakesNoMoreMultipliers_WithALoadPort()
    {
        var shape = new EngineShape(T: 2, G: 2, R: 1);

        var (cells, counts) = await SynthesizeAsync(
            shape, new MemoryKinds(Weight: MemoryKind.Block), loadPort: true);

        counts.Dsp.ShouldBe(2 * 2 + 2 * 1);
        counts.BlockRam.ShouldBeGreaterThan(0);
        ShouldBeSound(cells, counts);
    }

    [Theory]
    [InlineData(20, 2400, false)]
    [InlineData(8, 2400, false)]
    [InlineData(0, 2400, false)]
    [InlineData(20, 200, true)]
    public async Task Plan_CountsTheBlocksAndTheLutMemory_ThatYosysCounts(int units, int lutMemory, bool loadPort)
    {
        MemoryPlan? plan = null;

        var (cells, _) = await SynthesizeAsync(
            new(T: 4, G: 2, R: 2),
            parameters => plan = MemoryPlanner.Plan(
                parameters, new(), new(MemoryFamily.SevenSeries, units, lutMemory), loadPort),
            loadPort);

        (2 * cells["RAMB36E1"] + cells["RAMB18E1"]).ShouldBe(plan!.Cost.BlockUnits);
        (4 * (cells["RAM32M"] + cells["RAM64M"])).ShouldBe(plan.Cost.LutMemory);
        plan.Cost.BlockUnits.ShouldBeLessThanOrEqualTo(units);
    }

    private Task<SynthesizedModel> SynthesizeAsync(EngineShape shape, MemoryKinds kinds, bool loadPort = false) =>
        SynthesizeAsync(shape, parameters => MemoryPlan.Whole(parameters, kinds, loadPort), loadPort);

    private async Task<SynthesizedModel> SynthesizeAsync(
        EngineShape shape, Func<EngineParameters, MemoryPlan> plan, bool loadPort)
    {
        var graph = RandomGraphs.Create(21, new RandomGraphOptions
        {
            Window = 4,
            Features = 2,
            Heads = 2,
            HeadDimension = 4,
            Layers = 1,
            Outputs = 1,
            MinimumBits = 8,
            Residuals = true,
            MultiplierBits = 16,
            ExponentialBits = 8,
        });
        var program = EngineCompiler.Compile(graph, EngineOptions.Pinned(shape)).Value!;
        var model = new CompiledModel(program, HdlProject.Write(folder, program, plan(program.Parameters), loadPort));
        var verilog = new VerilogTranslation(model.Hardware);
        (await verilog.RunAsync(TestContext.Current.CancellationToken)).ShouldBeNull();
        var synthesized = await SynthesizeStage.SynthesizeAsync(
            new(model.Hardware, verilog), CellFamily.SevenSeries, ExternalTools.Yosys, new SilentProgress(),
            TestContext.Current.CancellationToken);
        synthesized.Diagnostics.ShouldBeEmpty();
        return synthesized.Value.ShouldNotBeNull();
    }

    private static void ShouldBeSound(CellCounts cells, ResourceCounts counts)
    {
        cells["LDCE"].ShouldBe(0);
        cells["LDPE"].ShouldBe(0);
        counts.Lut.ShouldBeGreaterThan(counts.LutMemory);
        counts.LutMemory.ShouldBeGreaterThan(0);
        counts.FlipFlops.ShouldBeGreaterThan(0);
        counts.Carry.ShouldBeGreaterThan(0);
    }
}

using Bitloom.Engine;
using Bitloom.Estimation;
using Bitloom.Hdl;
using Bitloom.Pipeline;
using Bitloom.Toolchain;

namespace Bitloom.Synthesis.Tests.Netlists;

/// <summary>
/// Estimates of engines that no model was fitted to, beside what Yosys counts; docs/estimation.md has many more.
/// </summary>
public sealed class EstimateTests : IDisposable
{
    private const double LutLimit = 0.1;
    private const double FlipFlopLimit = 0.02;

    private readonly string _folder = Directory.CreateTempSubdirectory("bitloom-estimate-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(122, AcceleratorFamily.SevenSeries)]
    [InlineData(120, AcceleratorFamily.Ice40)]
    public async Task Estimate_IsWhatYosysCounts_WithinItsError(int seed, AcceleratorFamily family)
    {
        var accelerator = RandomAccelerators.Create(seed, family);
        var (cells, memory, synthesis) = family == AcceleratorFamily.SevenSeries
            ? (CellFamily.SevenSeries, MemoryFamily.SevenSeries, SynthesisFamily.Xc7)
            : (CellFamily.Ice40, MemoryFamily.Ice40, SynthesisFamily.Ice40);

        var estimate = ResourceModelFile.Find(synthesis).Estimate(
            EngineStructure.Of(accelerator.Program, accelerator.Memories, memory, accelerator.LoadPort));
        var counted = await CountAsync(accelerator, cells);

        estimate.LutMemory.ShouldBe(counted.LutMemory);
        estimate.Blocks.ShouldBe(counted.BlockRam);
        estimate.Multipliers.ShouldBe(counted.Dsp);
        estimate.Luts.ShouldBeInRange((int)(counted.Lut * (1 - LutLimit)), (int)(counted.Lut * (1 + LutLimit)));
        estimate.FlipFlops.ShouldBeInRange(
            (int)(counted.FlipFlops * (1 - FlipFlopLimit)), (int)(counted.FlipFlops * (1 + FlipFlopLimit)));
    }

    private async Task<ResourceCounts> CountAsync(RandomAccelerator accelerator, CellFamily family)
    {
        var project = HdlProject.Write(_folder, accelerator.Program, accelerator.Memories, accelerator.LoadPort);
        var translation = new VerilogTranslation(project);
        (await translation.RunAsync()).ShouldBeNull();
        var synthesis = await new Yosys(_folder).SynthesizeAsync(
            new SynthesisRequest(VerilogTranslation.Top, [.. translation.Files], family));
        synthesis.Cells.Ok.ShouldBeTrue(synthesis.Process.ToString());
        return family.Resources(synthesis.Cells.Value);
    }
}

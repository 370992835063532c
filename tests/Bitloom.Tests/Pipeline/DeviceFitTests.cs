using Bitloom.Diagnostics;
using Bitloom.Engine;
using Bitloom.Estimation;
using Bitloom.Hdl;
using Bitloom.Pipeline;
using Bitloom.Projects;
using Bitloom.Tests.Engine;
using Bitloom.Toolchain;

namespace Bitloom.Tests.Pipeline;

/// <summary>What is told of an accelerator that is too large for its device.</summary>
public sealed class DeviceFitTests
{
    private static readonly EngineProgram Program = Programs.Compile(SmallGraphs.Encoder(), new(6, 3, 1));
    private static readonly ResourceCounts Fitting = new(8000, 2400, 16000, 10, 20, 0);

    [Fact]
    public void Counted_TellsNothing_OfWhatJustFits()
    {
        DeviceFit.Counted(Compiled(Section(new())), Section(new()), Fitting).ShouldBeEmpty();
        DeviceFit.Planned(Compiled(Section(new())), Section(new())).ShouldBeEmpty();
    }

    [Fact]
    public void Counted_OffersNarrowerWeights_ForALutTooMany()
    {
        Told(Fitting with { Lut = 8001 }, new()).ShouldBe(
            """
            error FIT001 at xc7s15: the accelerator takes 8,001 LUTs
              expected: at most 8,000 LUTs, as many as the xc7s15 has
              remedy:   weights of 3 bits would free 3 LUTs
            """);
    }

    [Fact]
    public void Counted_OffersASmallerArray_ForManyLuts()
    {
        Told(Fitting with { Lut = 9900 }, new()).ShouldBe(
            """
            error FIT001 at xc7s15: the accelerator takes 9,900 LUTs
              expected: at most 8,000 LUTs, as many as the xc7s15 has
              remedy:   engine.rows: 6, columns: 2, lanes: 1 has 6 fewer cells
            """);
    }

    [Fact]
    public void Counted_OffersBlocks_ForLutMemory()
    {
        Told(Fitting with { LutMemory = 2404 }, new(BankB: MemoryKind.Distributed)).ShouldBe(
            """
            error FIT002 at xc7s15: the accelerator takes 2,404 LUTs as memory
              expected: at most 2,400 LUTs as memory, as many as the xc7s15 has
              remedy:   engine.memories.bankb: block would free 16 of them
            """);
    }

    [Fact]
    public void Counted_OffersASmallerArray_ForFlipFlops()
    {
        Told(Fitting with { FlipFlops = 20000 }, new()).ShouldBe(
            """
            error FIT003 at xc7s15: the accelerator takes 20,000 flip-flops
              expected: at most 16,000 flip-flops, as many as the xc7s15 has
              remedy:   engine.rows: 6, columns: 2, lanes: 1 has 6 fewer cells
            """);
    }

    [Fact]
    public void Counted_OffersThePlanner_ForBlocksThatWereAskedFor()
    {
        var kinds = new MemoryKinds(Weight: MemoryKind.Block, Bank0: MemoryKind.Block, Bank1: MemoryKind.Block);
        var section = Section(kinds, blocks: 1);

        DeviceFit.Counted(Compiled(section), section, Fitting with { BlockRam = 1.5 }).ShouldHaveSingleItem()
            .ToString().ReplaceLineEndings("\n").ShouldBe(
                """
                error FIT004 at xc7s15: the accelerator takes 1.5 memory blocks
                  expected: at most 1 memory blocks, as many as the xc7s15 has
                  remedy:   engine.memories left to auto would take 1 of them
                """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Planned_TellsOfMultipliers_BeforeSynthesis()
    {
        var section = Section(new(), multipliers: 14);

        DeviceFit.Planned(Compiled(section), section).ShouldHaveSingleItem()
            .ToString().ReplaceLineEndings("\n").ShouldBe(
                """
                error FIT005 at xc7s15: the accelerator takes 20 multipliers
                  expected: at most 14 multipliers, as many as the xc7s15 has
                  remedy:   engine.rows: 6, columns: 2, lanes: 1 would take 14
                """.ReplaceLineEndings("\n"));
    }

    private static string Told(ResourceCounts counts, MemoryKinds kinds)
    {
        var section = Section(kinds);
        var told = DeviceFit.Counted(Compiled(section), section, counts).ShouldHaveSingleItem();
        told.Severity.ShouldBe(Severity.Error);
        return told.ToString().ReplaceLineEndings(Environment.NewLine);
    }

    private static CompiledModel Compiled(EngineSection section)
    {
        var plan = MemoryPlanner.Plan(Program.Parameters, section.Memories, section.Device.MemoryBudget());
        return new(Program, new HdlProject("", Program, plan));
    }

    private static EngineSection Section(MemoryKinds kinds, int blocks = 10, int multipliers = 20)
    {
        var device = DeviceCatalog.Load().Value!.Find("xc7s15").Value!;
        return new(
            device with
            {
                BlockRams = device.BlockRams with { Count = blocks },
                Multipliers = device.Multipliers with { Count = multipliers },
            },
            6, 3, 1, 100, kinds);
    }
}

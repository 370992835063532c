using Bitloom.Diagnostics;
using Bitloom.Engine;
using Bitloom.Estimation;
using Bitloom.Pipeline;
using Bitloom.Tests.Engine;
using Bitloom.Toolchain;

namespace Bitloom.Tests.Pipeline;

/// <summary>What is told of an accelerator that is too large for its device.</summary>
public sealed class DeviceFitTests
{
    private static readonly EngineProgram Program = Programs.Compile(SmallGraphs.Encoder(), new(6, 3, 1));
    private static readonly ResourceCounts Fitting = new(8000, 2400, 16000, 10, 20, 0);
    private static readonly Device Device = DeviceCatalog.Load().Value!.Find("xc7s15").Value!;

    private static readonly FitChange[] Changes =
    [
        new(["engine.rows=6", "engine.columns=2"], FitCost.Cycles, null!, 1500, 1000),
        new(["quantization.bits=6"], FitCost.Accuracy, null!, 1000, 1000),
    ];

    [Fact]
    public void Counted_TellsNothing_OfWhatJustFits()
    {
        DeviceFit.Counted(Device, Fitting, NoChanges).ShouldBeEmpty();
        DeviceFit.Planned(Device, Program, Plan(Device), NoChanges).ShouldBeEmpty();

        static FitChange[] NoChanges() => throw new InvalidOperationException("asked without need");
    }

    [Fact]
    public void Counted_TellsTheChanges_ThatMakeItFit()
    {
        Told(DeviceFit.Counted(Device, Fitting with { Lut = 8001 }, () => Changes)).ShouldBe(
            """
            error FIT001 at xc7s15: the accelerator takes 8,001 LUTs, 1 too many
              expected: at most 8,000 LUTs, as many as the xc7s15 has
              remedy:   set engine.rows=6, engine.columns=2 (1,500 cycles instead of 1,000)
                        or  quantization.bits=6 (as many cycles as now, to be trained again)
            """);
    }

    [Fact]
    public void Counted_TellsTheChangesOnce_ForSeveralResources()
    {
        Told(DeviceFit.Counted(
            Device, new(1, LutMemory: 2404, FlipFlops: 20000, BlockRam: 11.5, Dsp: 24, 0), () => [])).ShouldBe(
            """
            error FIT002 at xc7s15: the accelerator takes 2,404 LUTs as memory, 4 too many
              expected: at most 2,400 LUTs as memory, as many as the xc7s15 has
              remedy:   choose a smaller model or a larger device
            error FIT003 at xc7s15: the accelerator takes 20,000 flip-flops, 4,000 too many
              expected: at most 16,000 flip-flops, as many as the xc7s15 has
              remedy:   as for FIT002
            error FIT004 at xc7s15: the accelerator takes 11.5 memory blocks, 1.5 too many
              expected: at most 10 memory blocks, as many as the xc7s15 has
              remedy:   as for FIT002
            error FIT005 at xc7s15: the accelerator takes 24 multipliers, 4 too many
              expected: at most 20 multipliers, as many as the xc7s15 has
              remedy:   as for FIT002
            """);
    }

    [Fact]
    public void Planned_TellsOfMultipliers_BeforeSynthesis()
    {
        var device = Device with { Multipliers = Device.Multipliers with { Count = 14 } };

        Told(DeviceFit.Planned(device, Program, Plan(device), () => [])).ShouldBe(
            """
            error FIT005 at xc7s15: the accelerator takes 20 multipliers, 6 too many
              expected: at most 14 multipliers, as many as the xc7s15 has
              remedy:   choose a smaller model or a larger device
            """);
    }

    [Fact]
    public void Estimated_Warns()
    {
        var estimate = new ResourceEstimate(8100, 0, 100, 0, 0, 0, 0);

        var told = DeviceFit.Estimated(Device, estimate, () => []).ShouldHaveSingleItem();

        told.Severity.ShouldBe(Severity.Warning);
        told.Found.ShouldBe(
            "the accelerator will take, as estimated with untrained weights, 8,100 LUTs, 100 too many");
    }

    private static MemoryPlan Plan(Device device) =>
        MemoryPlanner.Plan(Program.Parameters, new(), device.MemoryBudget());

    private static string Told(IEnumerable<Diagnostic> diagnostics) =>
        string.Join(Environment.NewLine, diagnostics).ReplaceLineEndings(Environment.NewLine);
}

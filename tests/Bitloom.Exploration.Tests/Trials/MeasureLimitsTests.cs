using System.Collections.Immutable;
using Bitloom.Estimation;
using Bitloom.Projects;

namespace Bitloom.Exploration.Tests.Trials;

public sealed class MeasureLimitsTests
{
    private static readonly ImmutableSortedDictionary<Measure, double> None =
        ImmutableSortedDictionary<Measure, double>.Empty;

    private static readonly Device Device = DeviceCatalog.Load().Value!.Find("ice40up5k").Value!;

    [Fact]
    public void Excess_IsNone_AtTheLimit()
    {
        Excess(None, (Measure.Luts, Device.Luts.Count), (Measure.Blocks, Device.BlockRams.Count)).ShouldBe(0);
    }

    [Fact]
    public void Excess_IsTheSumOfShares_OfDeviceAndConstraints()
    {
        var constraints = None.Add(Measure.Latency, 2).Add(Measure.Blocks, 20);

        Excess(constraints, (Measure.Luts, 1.5 * Device.Luts.Count), (Measure.Latency, 3), (Measure.Blocks, 25))
            .ShouldBe(1.25, 1e-12);
    }

    [Fact]
    public void Constraint_DoesNotMakeTheDeviceLarger()
    {
        Excess(None.Add(Measure.Multipliers, 100), (Measure.Multipliers, 12)).ShouldBe(0.5, 1e-12);
    }

    [Fact]
    public void Excess_OverALimitOfZero_IsItsNumber()
    {
        Excess(None, (Measure.LutMemory, 7)).ShouldBe(7);
    }

    [Fact]
    public void Excess_IsNone_OfWhatIsUnknown()
    {
        Excess(None.Add(Measure.Energy, 1)).ShouldBe(0);
    }

    private static double Excess(
        ImmutableSortedDictionary<Measure, double> constraints, params (Measure Measure, double Value)[] measures) =>
        MeasureLimits.Of(Device, constraints).ExcessOf(
            measures.ToImmutableSortedDictionary(each => each.Measure, each => each.Value));
}

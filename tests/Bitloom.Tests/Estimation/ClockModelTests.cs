using Bitloom.Engine;
using Bitloom.Estimation;
using Bitloom.Pipeline;

namespace Bitloom.Tests.Estimation;

/// <summary>The clock that is fitted to the longest paths of measured engines.</summary>
public sealed class ClockModelTests
{
    public static TheoryData<string, SynthesisFamily> Families => new()
    {
        { "xc7", SynthesisFamily.Xc7 }, { "ice40", SynthesisFamily.Ice40 },
    };

    [Theory]
    [MemberData(nameof(Families))]
    public void TheModelsAreThoseOfTheirPoints(string family, SynthesisFamily synthesis)
    {
        var points = TimingPoints.Read(Repository.Read($"calibration/timing-{family}.csv"));

        var fitted = TimingFit.Of(family, points);

        ClockModelFile.Write(fitted).ShouldBe(Repository.Read($"calibration/timing-{family}.json"));
        ClockModelFile.Find(synthesis)!.Coefficients.Length.ShouldBe(fitted.Coefficients.Length);
        fitted.Error.Median.ShouldBeLessThan(0.1);
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void TheFeaturesAreThoseOfTheEngine(string family, SynthesisFamily synthesis)
    {
        var point = TimingPoints.Read(Repository.Read($"calibration/timing-{family}.csv")).Points[0];
        var kind = synthesis == SynthesisFamily.Xc7 ? AcceleratorFamily.SevenSeries : AcceleratorFamily.Ice40;
        var memories = synthesis == SynthesisFamily.Xc7 ? MemoryFamily.SevenSeries : MemoryFamily.Ice40;
        var drawn = RandomAccelerators.Create(point.Seed, kind);

        var structure = EngineStructure.Of(drawn.Program, drawn.Memories, memories, drawn.LoadPort);

        TimingFeatures.Of(structure).ShouldBe(point.Features);
        drawn.ToString().ShouldBe(point.Configuration);
    }

    [Fact]
    public void Estimate_AddsTheMarginOfNets_OnlyWhereTheyWereNotRouted()
    {
        var drawn = RandomAccelerators.Create(1, AcceleratorFamily.SevenSeries);
        var structure = EngineStructure.Of(drawn.Program, drawn.Memories, MemoryFamily.SevenSeries, drawn.LoadPort);
        var (cells, routed) = (ClockModelFile.Find(SynthesisFamily.Xc7)!, ClockModelFile.Find(SynthesisFamily.Ice40)!);

        cells.Estimate(structure).Megahertz.ShouldBe(1e6 / (ClockModel.RoutingMargin * cells.LongestPath(structure)), 1e-9);
        routed.Estimate(structure).Megahertz.ShouldBe(1e6 / routed.LongestPath(structure), 1e-9);
    }

    [Fact]
    public void Find_HasNone_ForFamiliesThatWereNotMeasured()
    {
        ClockModelFile.Find(SynthesisFamily.Xcup).ShouldBeNull();
        ClockModelFile.Find(SynthesisFamily.Ecp5).ShouldBeNull();
    }

    [Fact]
    public void Read_RefusesPointsOfOtherFeatures() =>
        Should.Throw<FormatException>(() => TimingPoints.Read("Yosys 0.23\nseed;configuration;path;picoseconds;more\n"));

    [Fact]
    public void Clock_Warns_OfWhatIsBeyondReachAndItsError()
    {
        var estimate = new ProjectEstimate(
            "xc7s15", new(4, 2, 1), 1000, 100, new(1, 1, 1, 1, 1, 1, 1), default, default, "", new(1, 1, 1, 1, 36, 1))
        {
            Clock = new(80, new(0.03, 0.1, 0.2), ""),
        };

        PlanCheck.Clock(estimate).ShouldHaveSingleItem().ToString().ReplaceLineEndings("\n").ShouldBe(
            """
            warning FIT006 at engine.clock: engine.clock is 100 MHz, and about 80 MHz are within reach
              expected: at most 80 MHz, 10% more at best, by the longest path of such an engine
              remedy:   set engine.clock to 80
            """.ReplaceLineEndings("\n"));
        PlanCheck.Clock(estimate with { Megahertz = 88 }).ShouldBeEmpty();
        PlanCheck.Clock(estimate with { Clock = null }).ShouldBeEmpty();
    }
}

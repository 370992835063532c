using Bitloom.Estimation;

namespace Bitloom.Tests.Estimation.Power;

public sealed class PowerModelTests
{
    private static readonly PowerCalibration Calibration = PowerCalibration.Find(SynthesisFamily.Xc7)!;
    private static readonly PowerResources Resources = new(800, 0, 1000, 160, 2, 3, 0);

    // In picojoules a cycle: clock 27 + 1,000 * 0.037; LUTs 100 * 0.264 * 1.41 and carry 40 * 0.09; flip-flops 50 *
    // 0.017; nets 100 * 0.26 * 1.41 + 50 * 0.26; block RAM 2 * 14.4; multipliers 3 * 8.3. At 100 MHz 10 pJ are 1 mW.
    [Theory]
    [InlineData("clock", 6.4)]
    [InlineData("logic", 4.0824)]
    [InlineData("flip-flops", 0.085)]
    [InlineData("nets", 4.966)]
    [InlineData("block RAM", 2.88)]
    [InlineData("multipliers", 2.49)]
    [InlineData("large RAM", 0)]
    public void Part_IsItsEvents_TimesTheirEnergy_TimesTheClock(string name, double milliwatts)
    {
        var estimate = Estimate(100);

        estimate.Parts.Single(part => part.Name == name).Milliwatts.ShouldBe(milliwatts, 1e-9);
    }

    [Fact]
    public void Total_IsStaticAndAllParts()
    {
        var estimate = Estimate(100);

        estimate.Dynamic.ShouldBe(20.9034, 1e-9);
        estimate.Total.ShouldBe(51.9034, 1e-9);
        Estimate(50).Total.ShouldBe(31 + 10.4517, 1e-9);
    }

    [Fact]
    public void Errors_AreAddedAsSquares()
    {
        // 27 * 0.6 and 37 * 0.25 make 18.655 pJ; in all: the static 3.1 mW and every part.
        var estimate = Estimate(100);

        estimate.Parts[0].Error.ShouldBe(1.86548, 1e-5);
        estimate.Error.ShouldBe(Math.Sqrt((3.1 * 3.1) + estimate.Parts.Sum(part => part.Error * part.Error)), 1e-9);
    }

    [Fact]
    public void Energy_IsPowerTimesTheTimeOfAnInference()
    {
        PowerModel.EnergyOf(51.9034, 1230, 100).ShouldBe(6.38412e-4, 1e-9);
    }

    [Fact]
    public void NothingThatMoves_LeavesTheClockAlone()
    {
        var estimate = PowerModel.Estimate(
            Calibration, Resources, Activity.None, 100, new PowerNumber(31, 0.1, false, "test"));

        estimate.Dynamic.ShouldBe(6.4, 1e-9);
    }

    [Fact]
    public void AssumedActivity_IsARateOfEachResource()
    {
        var activity = Calibration.Assumed.Of(Resources);

        activity.LutToggles.ShouldBe(0.256 * 800, 1e-9);
        activity.FlipFlopToggles.ShouldBe(133, 1e-9);
        activity.CarryToggles.ShouldBe(0.463 * 160, 1e-9);
        activity.BlockRamAccesses.ShouldBe(2.04, 1e-9);
        activity.MultiplierOperations.ShouldBe(2.19, 1e-9);
        activity.Cycles.ShouldBe(0);
        activity.Source.ShouldStartWith("assumed: ");
    }

    private static PowerEstimate Estimate(double megahertz) => PowerModel.Estimate(
        Calibration, Resources, new Activity(1230, 100, 50, 40, 2, 3, 0, "test"), megahertz,
        new PowerNumber(31, 0.1, false, "test"));
}

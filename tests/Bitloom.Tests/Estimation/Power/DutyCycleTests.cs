using Bitloom.Estimation;

namespace Bitloom.Tests.Estimation.Power;

public sealed class DutyCycleTests
{
    private static readonly DutyCycle Duty =
        new(0.1, 100, 60, 30, new ConfigurationCost(1, 0.05, new PowerNumber(12, 0.1, false, "test")));

    // An inference takes 100 mW * 0.1 s = 10 mJ; the rest of a second 60 * 0.9, 30 * 0.9, or 12 mJ.
    [Fact]
    public void EnergyOfAPeriod_IsTheInference_AndTheRest()
    {
        Duty.Compare(1).ShouldBe(
        [
            new StrategyPower(PowerStrategy.Idle, true, 64, 64),
            new StrategyPower(PowerStrategy.ClockGated, true, 37, 37),
            new StrategyPower(PowerStrategy.PowerOff, true, 22, 22),
        ]);
    }

    [Theory]
    [InlineData(1, PowerStrategy.PowerOff)]
    [InlineData(0.2, PowerStrategy.ClockGated)]
    public void Best_IsTheLeastEnergy(double period, PowerStrategy best)
    {
        Duty.BestOf(period).ShouldBe(best);
    }

    [Fact]
    public void PowerOff_IsNotPossible_WhereItsConfigurationDoesNotFit()
    {
        Duty.Compare(0.12).Select(strategy => strategy.Possible).ShouldBe([true, true, false]);
        Duty.BestOf(0.05).ShouldBeNull();
    }

    [Theory]
    [InlineData(PowerStrategy.Idle, 0.3)]
    [InlineData(PowerStrategy.ClockGated, 0.5)]
    public void BreakEven_IsWhereWaitingTakesWhatConfiguringDoes(PowerStrategy other, double seconds)
    {
        Duty.BreakEven(other).ShouldNotBeNull().ShouldBe(seconds, 1e-12);
    }

    // arXiv 2407.12027: idling, with less power than the static one here, is better up to 499.06 ms.
    [Fact]
    public void BreakEven_OfTheXc7s15_IsAQuarterBelowThePublishedOne()
    {
        var calibration = PowerCalibration.Find(SynthesisFamily.Xc7)!;
        var duty = new DutyCycle(
            0, 0, 0, calibration.StaticOfDevice["xc7s15"].Value, calibration.Configurations["xc7s15"]);

        duty.BreakEven(PowerStrategy.ClockGated).ShouldNotBeNull().ShouldBe(0.382, 0.001);
        (0.382 / 0.49906 - 1).ShouldBe(-0.23, 0.01);
    }

    [Fact]
    public void WithoutAConfiguration_PowerOffIsNotJudged()
    {
        var duty = Duty with { Configuration = null };

        duty.Compare(1).Length.ShouldBe(2);
        duty.BreakEven(PowerStrategy.Idle).ShouldBeNull();
        duty.BestOf(1).ShouldBe(PowerStrategy.ClockGated);
    }

    [Fact]
    public void Battery_LastsItsEnergyOverThePower()
    {
        new Battery(1000, 3).HoursAt(3).ShouldBe(1000);
    }
}

using System.Collections.Immutable;
using System.Text.Json;
using Bitloom.Estimation;
using Bitloom.Reporting;
using Bitloom.Toolchain;

namespace Bitloom.Pipeline;

/// <summary>Power and energy in the report's terms.</summary>
internal static class PowerReport
{
    // Of a carry element of the 7 series; those of iCE40 have one.
    private const int CarryBits = 4;

    /// <summary>The power of what was synthesized; null where nothing is known of the device's family.</summary>
    /// <param name="measured">Null: the activity is assumed.</param>
    public static PowerSection? Of(
        BuildInputs inputs, ResourceCounts counts, MeasuredActivity? measured, long cycles)
    {
        var (device, clock) = (inputs.Project.Engine.Device, inputs.Project.Engine.Clock);
        if (PowerCalibration.Find(device.Synthesis) is not { } calibration)
            return null;
        var resources = ResourcesOf(counts, device.Synthesis);
        var staticPower = calibration.StaticOf(device);
        var activity = measured?.Window ?? calibration.Assumed.Of(resources);
        var active = Estimate(activity);
        var idle = Estimate(measured?.Idle ?? activity);
        var duty = new DutyCycle(
            cycles / (clock * 1e6), active.Total, idle.Total, active.Static, calibration.ConfigurationOf(device));
        return new(
            clock, Rounded.Of(active.Static), Rounded.Of(active.Dynamic), Rounded.Of(active.Total),
            Rounded.Of(active.Error), Rounded.Of(idle.Total),
            Rounded.Of(PowerModel.EnergyOf(active.Total, cycles, clock)),
            [.. active.Parts.Zip(idle.Parts, Entry).Where(part => part.Milliwatts + part.Idle > 0)],
            Entry(activity), measured is null ? null : Entry(measured.Idle),
            DutyCycleOf(duty, inputs.Project.Power), Sources(calibration, device));

        PowerEstimate Estimate(Activity done) =>
            PowerModel.Estimate(calibration, resources, done, clock, staticPower);
    }

    /// <summary>What the power model takes of what was counted.</summary>
    public static PowerResources ResourcesOf(ResourceCounts counts, SynthesisFamily family) => new(
        counts.Lut, counts.LutMemory, counts.FlipFlops,
        CarryOf(counts.Carry, family), counts.BlockRam, counts.Dsp, counts.LargeRam);

    /// <summary>What the power model takes of what is estimated.</summary>
    public static PowerResources ResourcesOf(ResourceEstimate taken, SynthesisFamily family) => new(
        taken.Luts, taken.LutMemory, taken.FlipFlops, CarryOf(taken.Carry, family), taken.Blocks, taken.Multipliers,
        LargeRams: 0);

    private static int CarryOf(int elements, SynthesisFamily family) =>
        elements * (family == SynthesisFamily.Xc7 ? CarryBits : 1);

    private static PowerPartEntry Entry(PowerPart active, PowerPart idle) => new(
        active.Name, Rounded.Of(active.Milliwatts), Rounded.Of(idle.Milliwatts), Rounded.Of(active.Error));

    private static ActivityEntry Entry(Activity activity) => new(
        activity.Cycles, Rounded.Of(activity.LutToggles), Rounded.Of(activity.FlipFlopToggles),
        Rounded.Of(activity.CarryToggles), Rounded.Of(activity.BlockRamAccesses),
        Rounded.Of(activity.MultiplierOperations), Rounded.Of(activity.LargeRamAccesses), activity.Source);

    private static DutyCycleSection DutyCycleOf(DutyCycle duty, Projects.PowerSection wanted) => new(
        wanted.PeriodSeconds, duty.BestOf(wanted.PeriodSeconds) is { } best ? NameOf(best) : null,
        Maybe(duty.BreakEven(PowerStrategy.Idle)), Maybe(duty.BreakEven(PowerStrategy.ClockGated)),
        Maybe(duty.Configuration?.Seconds), Maybe(duty.Configuration?.Energy.Value),
        wanted.Battery?.MilliampHours, wanted.Battery?.Volts,
        [.. duty.Compare(wanted.PeriodSeconds).Select(strategy => new StrategyEntry(
            NameOf(strategy.Strategy), strategy.Possible, Rounded.Of(strategy.AverageMilliwatts),
            Rounded.Of(strategy.MillijoulesPerPeriod),
            strategy.Possible ? Maybe(wanted.Battery?.HoursAt(strategy.AverageMilliwatts)) : null))]);

    private static double? Maybe(double? value) => value is { } number ? Rounded.Of(number) : null;

    private static string NameOf(PowerStrategy strategy) => JsonNamingPolicy.CamelCase.ConvertName(strategy.ToString());

    private static ImmutableArray<PowerSourceEntry> Sources(PowerCalibration calibration, Device device) =>
    [
        Entry("static", "mW", calibration.StaticOf(device)),
        .. calibration.ConfigurationOf(device) is { } configuration
            ? [Entry("configuration", "mJ", configuration.Energy)]
            : ImmutableArray<PowerSourceEntry>.Empty,
        Entry("glitchFactor", "", calibration.GlitchFactor),
        .. calibration.Coefficients.Where(coefficient => coefficient.Value.Value > 0).Select(coefficient => Entry(
            JsonNamingPolicy.CamelCase.ConvertName(coefficient.Key.ToString()), "pJ", coefficient.Value)),
    ];

    private static PowerSourceEntry Entry(string name, string unit, PowerNumber number) =>
        new(name, Rounded.Of(number.Value), unit, number.Uncertainty, number.Derived, number.Source);
}

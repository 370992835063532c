namespace Bitloom.Reporting;

/// <summary>Power and energy on the page.</summary>
internal static class PowerSections
{
    public static PageSection Of(PowerSection power) => new(
        "power", "Power", Lead(power),
        [
            new(
                "power",
                "Bars: static power and the dynamic power of each resource, in an inference and while waiting."),
        ],
        [PowerTables.Of(power), PowerTables.Strategies(power.DutyCycle)],
        [PowerTables.Activity(power), PowerTables.Sources(power.Sources)]);

    private static string Lead(PowerSection power)
    {
        var source = power.Activity.Cycles > 0
            ? $"with the activity counted in {NumberText.Count(power.Activity.Cycles)} simulated cycles of the netlist"
            : "with an assumed activity, as the netlist was not simulated";
        return $"An estimate of {NumberText.Number(power.Total)} mW, give or take "
            + $"{NumberText.Number(power.Error)} mW, {source}; "
            + $"{NumberText.Number(power.EnergyPerInference)} mJ an inference. {Between(power.DutyCycle)}";
    }

    private static string Between(DutyCycleSection duty) => duty.Best is null
        ? $"One window in {NumberText.Number(duty.PeriodSeconds)} s is more than it can take."
        : $"With one window in {NumberText.Number(duty.PeriodSeconds)} s, the least is taken with "
            + $"{PowerTables.NameOf(duty.Best)} in between"
            + (duty.BreakEvenGatedSeconds is { } seconds
                ? $"; power off takes less than a stopped clock from {NumberText.Number(seconds)} s on."
                : ".");
}

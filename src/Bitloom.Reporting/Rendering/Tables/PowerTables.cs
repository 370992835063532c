using System.Collections.Immutable;

namespace Bitloom.Reporting;

/// <summary>Power, energy, and what to do between two windows.</summary>
internal static class PowerTables
{
    private const double HoursPerDay = 24;

    public static ReportTable Of(PowerSection power) => new(
        $"Power at {NumberText.Number(power.ClockMegahertz)} MHz, estimated",
        [
            new("part"), new("inference, mW", Numeric: true), new("waiting, mW", Numeric: true),
            new("may be off by, mW", Numeric: true),
        ],
        [
            .. power.Parts.Select(part => Row(part.Name, part.Milliwatts, part.Idle, part.Error)),
            Row("static", power.Static, power.Static, null),
            Row("all", power.Total, power.Idle, power.Error),
            ["energy of an inference, mJ", NumberText.Number(power.EnergyPerInference), "", ""],
        ]);

    public static ReportTable Strategies(DutyCycleSection duty) => new(
        $"Between windows, one in {NumberText.Number(duty.PeriodSeconds)} s",
        [
            new("strategy"), new("average, mW", Numeric: true), new("a period, mJ", Numeric: true),
            new("battery, days", Numeric: true), new(""),
        ],
        [.. duty.Strategies.Select(strategy => ImmutableArray.Create(
            NameOf(strategy.Name), NumberText.Number(strategy.AverageMilliwatts),
            NumberText.Number(strategy.MillijoulesPerPeriod), NumberText.Number(strategy.BatteryHours / HoursPerDay),
            Remark(duty, strategy)))]);

    public static ReportTable Activity(PowerSection power) => new(
        "Activity in a cycle",
        [new("event"), new("inference", Numeric: true), new("waiting", Numeric: true)],
        [
            Events(power, "changes of LUT outputs", activity => activity.LutToggles),
            Events(power, "changes of flip-flops", activity => activity.FlipFlopToggles),
            Events(power, "changes of carry chains", activity => activity.CarryToggles),
            Events(power, "enabled ports of memory blocks", activity => activity.BlockRamAccesses),
            Events(power, "accesses of large memories", activity => activity.LargeRamAccesses),
            Events(power, "results of multipliers", activity => activity.MultiplierOperations),
            ["cycles counted", NumberText.Count(power.Activity.Cycles), NumberText.Count(power.IdleActivity?.Cycles)],
        ]);

    public static ReportTable Sources(ImmutableArray<PowerSourceEntry> sources) => new(
        "Numbers of the power model",
        [new("number"), new("value", Numeric: true), new("unit"), new("may be off by", Numeric: true), new("source")],
        [.. sources.Select(source => ImmutableArray.Create(
            source.Name, NumberText.Number(source.Value), source.Unit, NumberText.Percent(source.Uncertainty),
            source.Derived ? $"derived: {source.Source}" : source.Source))]);

    /// <summary>A strategy as people call it.</summary>
    public static string NameOf(string strategy) => strategy switch
    {
        "clockGated" => "clock stopped",
        "powerOff" => "power off",
        _ => "clock running",
    };

    private static string Remark(DutyCycleSection duty, StrategyEntry strategy) =>
        !strategy.Possible ? "takes longer than the period" : strategy.Name == duty.Best ? "least" : "";

    private static ImmutableArray<string> Row(string name, double milliwatts, double idle, double? error) =>
        [name, NumberText.Number(milliwatts), NumberText.Number(idle), error is null ? "" : NumberText.Number(error)];

    private static ImmutableArray<string> Events(PowerSection power, string name, Func<ActivityEntry, double> of) =>
        [
            name, NumberText.Number(of(power.Activity)),
            NumberText.Number(power.IdleActivity is { } idle ? of(idle) : null),
        ];
}

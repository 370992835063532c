using System.Collections.Immutable;

namespace Bitloom.Reporting;

/// <summary>What is done between two windows, compared.</summary>
/// <param name="PeriodSeconds">From one window to the next.</param>
/// <param name="Best">The strategy of the least energy; null when none is fast enough.</param>
/// <param name="BreakEvenIdleSeconds">The period from which power-off takes less than idling.</param>
/// <param name="BreakEvenGatedSeconds">The period from which it takes less than a stopped clock.</param>
/// <param name="ConfigurationSeconds">Null, with the energy, where the device's is not known.</param>
/// <param name="ConfigurationEnergy">Millijoules.</param>
/// <param name="BatteryMilliampHours">Null where the project describes none.</param>
public sealed record DutyCycleSection(
    double PeriodSeconds,
    string? Best,
    double? BreakEvenIdleSeconds,
    double? BreakEvenGatedSeconds,
    double? ConfigurationSeconds,
    double? ConfigurationEnergy,
    double? BatteryMilliampHours,
    double? BatteryVolts,
    ImmutableArray<StrategyEntry> Strategies);

/// <summary>A strategy between two windows.</summary>
/// <param name="Name">`idle`, `clockGated` or `powerOff`.</param>
/// <param name="Possible">False when it takes longer than the period.</param>
/// <param name="AverageMilliwatts">Over a period.</param>
/// <param name="MillijoulesPerPeriod">Energy.</param>
/// <param name="BatteryHours">Null without a battery, or where it is not possible.</param>
public sealed record StrategyEntry(
    string Name, bool Possible, double AverageMilliwatts, double MillijoulesPerPeriod, double? BatteryHours);

namespace Bitloom.Estimation;

/// <summary>What a strategy takes at a period.</summary>
/// <param name="Possible">False when the inference, with its configuration, takes longer than the period.</param>
/// <param name="MillijoulesPerPeriod">Energy.</param>
/// <param name="AverageMilliwatts">Power on average.</param>
public sealed record StrategyPower(
    PowerStrategy Strategy, bool Possible, double MillijoulesPerPeriod, double AverageMilliwatts);

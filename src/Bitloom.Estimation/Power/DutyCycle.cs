using System.Collections.Immutable;

namespace Bitloom.Estimation;

/// <summary>One inference in each period, and what is done in between.</summary>
/// <param name="ActiveSeconds">Of an inference.</param>
/// <param name="ActiveMilliwatts">Meanwhile.</param>
/// <param name="IdleMilliwatts">While it waits with a running clock.</param>
/// <param name="StaticMilliwatts">While it waits with a stopped clock.</param>
/// <param name="Configuration">Null: power-off is not considered.</param>
public sealed record DutyCycle(
    double ActiveSeconds, double ActiveMilliwatts, double IdleMilliwatts, double StaticMilliwatts,
    ConfigurationCost? Configuration)
{
    /// <summary>All strategies that can be judged, the first being <see cref="PowerStrategy.Idle"/>.</summary>
    public ImmutableArray<StrategyPower> Compare(double periodSeconds) =>
    [
        Of(PowerStrategy.Idle, periodSeconds), Of(PowerStrategy.ClockGated, periodSeconds),
        .. Configuration is null ? [] : (StrategyPower[])[Of(PowerStrategy.PowerOff, periodSeconds)],
    ];

    /// <summary>The possible strategy of the least energy; null when the period is shorter than an inference.</summary>
    public PowerStrategy? BestOf(double periodSeconds) => Compare(periodSeconds)
        .Where(strategy => strategy.Possible).MinBy(strategy => strategy.MillijoulesPerPeriod)?.Strategy;

    /// <summary>
    /// The period in seconds from which power-off takes less than the other; null without a configuration, or where the
    /// other takes nothing while it waits.
    /// </summary>
    public double? BreakEven(PowerStrategy other)
    {
        var waiting = other == PowerStrategy.Idle ? IdleMilliwatts : StaticMilliwatts;
        return Configuration is null || waiting <= 0
            ? null
            : ActiveSeconds + Math.Max(Configuration.Energy.Value / waiting, Configuration.Seconds);
    }

    private StrategyPower Of(PowerStrategy strategy, double period)
    {
        var inference = ActiveMilliwatts * ActiveSeconds;
        var rest = Math.Max(0, period - ActiveSeconds);
        var (energy, busy) = strategy switch
        {
            PowerStrategy.Idle => (inference + IdleMilliwatts * rest, ActiveSeconds),
            PowerStrategy.ClockGated => (inference + StaticMilliwatts * rest, ActiveSeconds),
            PowerStrategy.PowerOff =>
                (inference + Configuration!.Energy.Value, ActiveSeconds + Configuration.Seconds),
        };
        return new(strategy, busy <= period, energy, energy / period);
    }
}

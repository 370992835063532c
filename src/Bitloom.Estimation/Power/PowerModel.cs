using System.Collections.Immutable;

namespace Bitloom.Estimation;

/// <summary>
/// Power as static power plus events in a cycle, times their energy, times the clock (docs/power.md). Energies are
/// those of a <see cref="PowerCalibration"/>; changes of LUT outputs and of their nets are multiplied by its glitch
/// factor.
/// </summary>
public static class PowerModel
{
    // Picojoules a cycle at one megahertz are microwatts.
    private const double MilliwattsOfMicrowatt = 1e-3;

    /// <summary>The power while a circuit does that.</summary>
    /// <param name="megahertz">The clock.</param>
    /// <param name="staticPower">Milliwatts.</param>
    public static PowerEstimate Estimate(
        PowerCalibration calibration, PowerResources resources, Activity activity, double megahertz,
        PowerNumber staticPower) => new(
        staticPower.Value, staticPower.Value * staticPower.Uncertainty,
        [
            .. Parts(calibration, resources, activity).Select(part => part with
            {
                Milliwatts = part.Milliwatts * megahertz * MilliwattsOfMicrowatt,
                Error = part.Error * megahertz * MilliwattsOfMicrowatt,
            }),
        ]);

    /// <summary>The energy of an inference in millijoules.</summary>
    public static double EnergyOf(double milliwatts, double cycles, double megahertz) =>
        milliwatts * cycles / (megahertz * 1e6);

    // In picojoules a cycle.
    private static ImmutableArray<PowerPart> Parts(
        PowerCalibration calibration, PowerResources resources, Activity activity)
    {
        var glitch = calibration.GlitchFactor;
        return
        [
            Part("clock", Of(PowerEvent.ClockTree, 1), Of(PowerEvent.FlipFlopClock, resources.FlipFlops)),
            Part(
                "logic", Glitching(PowerEvent.LutToggle, activity.LutToggles),
                Of(PowerEvent.CarryToggle, activity.CarryToggles)),
            Part("flip-flops", Of(PowerEvent.FlipFlopToggle, activity.FlipFlopToggles)),
            Part(
                "nets", Glitching(PowerEvent.NetToggle, activity.LutToggles),
                Of(PowerEvent.NetToggle, activity.FlipFlopToggles)),
            Part("block RAM", Of(PowerEvent.BlockRamAccess, activity.BlockRamAccesses)),
            Part("multipliers", Of(PowerEvent.MultiplierOperation, activity.MultiplierOperations)),
            Part("large RAM", Of(PowerEvent.LargeRamAccess, activity.LargeRamAccesses)),
        ];

        PowerPart Of(PowerEvent item, double events)
        {
            var coefficient = calibration.Coefficients[item];
            var energy = coefficient.Value * events;
            return new("", energy, energy * coefficient.Uncertainty);
        }

        PowerPart Glitching(PowerEvent item, double events)
        {
            var own = Of(item, events * glitch.Value);
            return own with { Error = Norm(own.Error, own.Milliwatts * glitch.Uncertainty) };
        }
    }

    private static PowerPart Part(string name, params ReadOnlySpan<PowerPart> terms)
    {
        var (sum, error) = (0.0, 0.0);
        foreach (var term in terms)
            (sum, error) = (sum + term.Milliwatts, Norm(error, term.Error));
        return new(name, sum, error);
    }

    private static double Norm(double first, double second) => Math.Sqrt(first * first + second * second);
}

using System.Collections.Immutable;
using Bitloom.Estimation;
using Bitloom.Pipeline;
using Bitloom.Projects;

namespace Bitloom.Exploration;

/// <summary>What an accelerator takes, as it is estimated, in the terms of a search.</summary>
internal static class EngineMeasures
{
    /// <summary>Latency, resources, and power and energy where the device's family has a model of them.</summary>
    public static ImmutableSortedDictionary<Measure, double> Of(
        ResourceEstimate taken, long cycles, EngineSection engine)
    {
        var measures = ImmutableSortedDictionary.CreateBuilder<Measure, double>();
        measures[Measure.Latency] = cycles / (engine.Clock * 1e3);
        measures[Measure.Luts] = taken.Luts;
        measures[Measure.LutMemory] = taken.LutMemory;
        measures[Measure.FlipFlops] = taken.FlipFlops;
        measures[Measure.Blocks] = taken.Blocks;
        measures[Measure.Multipliers] = taken.Multipliers;
        if (PowerOf(taken, engine) is { } power)
        {
            measures[Measure.Power] = power;
            measures[Measure.Energy] = PowerModel.EnergyOf(power, cycles, engine.Clock);
        }

        return measures.ToImmutable();
    }

    // By the usual activity of such circuits: none has been simulated yet.
    private static double? PowerOf(ResourceEstimate taken, EngineSection engine)
    {
        if (PowerCalibration.Find(engine.Device.Synthesis) is not { } calibration)
            return null;
        var resources = PowerReport.ResourcesOf(taken, engine.Device.Synthesis);
        return PowerModel.Estimate(
            calibration, resources, calibration.Assumed.Of(resources), engine.Clock,
            calibration.StaticOf(engine.Device)).Total;
    }
}

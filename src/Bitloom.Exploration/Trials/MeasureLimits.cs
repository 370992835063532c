using System.Collections.Immutable;
using Bitloom.Estimation;
using Bitloom.Projects;

namespace Bitloom.Exploration;

/// <summary>The most of each measure that is accepted: what the device has, and what the project demands.</summary>
internal sealed class MeasureLimits
{
    private readonly ImmutableSortedDictionary<Measure, double> _limits;

    private MeasureLimits(ImmutableSortedDictionary<Measure, double> limits) => _limits = limits;

    /// <summary>The limits of a device, and those that are asked for.</summary>
    public static MeasureLimits Of(Device device, ImmutableSortedDictionary<Measure, double> constraints)
    {
        (Measure Measure, double Limit)[] resources =
        [
            (Measure.Luts, device.Luts.Count), (Measure.LutMemory, device.LutMemory.Count),
            (Measure.FlipFlops, device.FlipFlops.Count), (Measure.Blocks, device.BlockRams.Count),
            (Measure.Multipliers, device.Multipliers.Count),
        ];
        var limits = constraints.ToBuilder();
        foreach (var (measure, limit) in resources)
            limits[measure] = Math.Min(limit, constraints.GetValueOrDefault(measure, double.PositiveInfinity));
        return new(limits.ToImmutable());
    }

    /// <summary>By how much these are over the limits, each as a share of its limit, summed. What is unknown is not over.</summary>
    public double ExcessOf(ImmutableSortedDictionary<Measure, double> measures) => _limits.Sum(limit =>
        measures.TryGetValue(limit.Key, out var value) && value > limit.Value
            ? (value - limit.Value) / Math.Max(limit.Value, 1)
            : 0);
}

using System.Collections.Immutable;
using Bitloom.Estimation;
using Bitloom.Projects;

namespace Bitloom.Exploration;

/// <summary>The most of each measure that is accepted: what the device has, and what the project demands.</summary>
internal sealed class MeasureLimits
{
    // Trained models took 0.4 to 1.2 percent more than was promised of them.
    private const double Room = 0.015;

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

    /// <summary>
    /// With room for what a model takes more once it is trained: constants are then others, and widths a bit wider.
    /// </summary>
    public MeasureLimits WithRoom() => new(_limits.SetItems(
        _limits.Where(limit => limit.Key is Measure.Luts or Measure.FlipFlops)
            .Select(limit => KeyValuePair.Create(limit.Key, limit.Value * (1 - Room)))));

    /// <summary>By how much these are over the limits, each as a share of its limit, summed. What is unknown is not over.</summary>
    public double ExcessOf(ImmutableSortedDictionary<Measure, double> measures) => _limits.Sum(limit =>
        measures.TryGetValue(limit.Key, out var value) && value > limit.Value
            ? (value - limit.Value) / Math.Max(limit.Value, 1)
            : 0);
}

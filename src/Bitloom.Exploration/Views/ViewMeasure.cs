using System.Collections.Immutable;
using Bitloom.Projects;

namespace Bitloom.Exploration;

/// <summary>A measure as it is shown.</summary>
/// <param name="Unit">Empty for counts and numbers without one.</param>
/// <param name="Objective">The study makes it small.</param>
public sealed record ViewMeasure(Measure Key, string Name, string Unit, bool Objective)
{
    /// <summary>The objectives, then what else is known of a point.</summary>
    internal static ImmutableArray<ViewMeasure> Of(
        ImmutableArray<Measure> objectives, IEnumerable<ViewPoint> points) =>
    [
        .. objectives.Distinct().Select(measure => Of(measure, objective: true)),
        .. points.SelectMany(point => point.Measures.Keys).Except(objectives).Order()
            .Select(measure => Of(measure, objective: false)),
    ];

    private static ViewMeasure Of(Measure measure, bool objective) =>
        new(measure, NameOf(measure), UnitOf(measure), objective);

    private static string NameOf(Measure measure) => measure switch
    {
        Measure.Error => "validation error",
        Measure.Loss => "validation loss",
        Measure.Latency => "latency",
        Measure.Energy => "energy per inference",
        Measure.Power => "power",
        Measure.Luts => "LUTs",
        Measure.LutMemory => "LUTs as memory",
        Measure.FlipFlops => "flip-flops",
        Measure.Blocks => "memory blocks",
        Measure.Multipliers => "multipliers",
    };

    private static string UnitOf(Measure measure) => measure switch
    {
        Measure.Latency => "ms",
        Measure.Energy => "mJ",
        Measure.Power => "mW",
        Measure.Error or Measure.Loss or Measure.Luts or Measure.LutMemory or Measure.FlipFlops or Measure.Blocks
            or Measure.Multipliers => "",
    };
}

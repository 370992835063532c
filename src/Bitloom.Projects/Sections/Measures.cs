using System.Collections.Immutable;
using System.Text.Json;

namespace Bitloom.Projects;

/// <summary>The names of measures.</summary>
public static class Measures
{
    private static readonly ImmutableArray<Measure> All = [.. Enum.GetValues<Measure>()];

    /// <summary>All names, as in the project file.</summary>
    public static ImmutableArray<string> Names { get; } = [.. All.Select(measure => measure.Name())];

    /// <summary>The measure of a name; null where there is none.</summary>
    public static Measure? Of(string name) =>
        Names.IndexOf(name, StringComparer.OrdinalIgnoreCase) is >= 0 and var index ? All[index] : null;

    /// <summary>The name, as in the project file.</summary>
    public static string Name(this Measure measure) => JsonNamingPolicy.CamelCase.ConvertName(measure.ToString());

    /// <summary>The unit; empty for errors and counts.</summary>
    public static string Unit(this Measure measure) => measure switch
    {
        Measure.Latency => "ms",
        Measure.Energy => "mJ",
        Measure.Power => "mW",
        Measure.Error or Measure.Loss or Measure.Luts or Measure.LutMemory or Measure.FlipFlops or Measure.Blocks
            or Measure.Multipliers => "",
    };
}

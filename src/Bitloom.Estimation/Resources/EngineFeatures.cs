using System.Collections.Immutable;

namespace Bitloom.Estimation;

/// <summary>All features of an engine's structure, in the order of the columns of the measured points.</summary>
public static class EngineFeatures
{
    internal static ImmutableArray<EngineFeature> All { get; } =
        [.. ControlFeatures.All, .. ArrayFeatures.All, .. SoftmaxFeatures.All, .. MemoryFeatures.All,
            .. RegisterFeatures.All];

    /// <summary>Part and name of each feature.</summary>
    public static ImmutableArray<(EnginePart Part, string Name)> Names { get; } =
        [.. All.Select(feature => (feature.Part, feature.Name))];

    /// <summary>The value of each feature.</summary>
    public static ImmutableArray<double> Of(EngineStructure engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        return [.. All.Select(feature => feature.Value(engine))];
    }
}

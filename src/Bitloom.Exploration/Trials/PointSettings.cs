using System.Collections.Immutable;
using System.Globalization;
using Bitloom.Engine;
using Bitloom.Projects;

namespace Bitloom.Exploration;

/// <summary>The keys of a project file that fix widths and engine.</summary>
internal static class PointSettings
{
    /// <summary>As <c>--set</c> takes them: every tensor's width, and the sizes of the engine.</summary>
    public static ImmutableSortedDictionary<string, string> Of(
        ImmutableSortedDictionary<string, int> bits, EngineShape shape) =>
        bits.ToImmutableSortedDictionary(
                pair => "quantization.tensors." + pair.Key, pair => Text(pair.Value), StringComparer.Ordinal)
            .SetItem("engine.rows", Text(shape.T))
            .SetItem("engine.columns", Text(shape.G))
            .SetItem("engine.lanes", Text(shape.R));

    /// <summary>The project with them.</summary>
    public static Project Apply(Project project, ImmutableSortedDictionary<string, int> bits, EngineShape shape) =>
        project with
        {
            Quantization = project.Quantization with { Tensors = bits, Gradual = [] },
            Engine = project.Engine with { Rows = shape.T, Columns = shape.G, Lanes = shape.R },
        };

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}

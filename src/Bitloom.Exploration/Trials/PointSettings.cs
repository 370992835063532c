using System.Collections.Immutable;
using System.Globalization;
using Bitloom.Engine;
using Bitloom.Projects;

namespace Bitloom.Exploration;

/// <summary>The keys of a project file that fix widths and engine.</summary>
internal static class PointSettings
{
    private const string Gradual = "quantization.gradual";

    /// <summary>As <c>--set</c> takes them: every tensor's width, reached at once.</summary>
    public static ImmutableSortedDictionary<string, string> OfBits(ImmutableSortedDictionary<string, int> bits) =>
        bits.ToImmutableSortedDictionary(
            pair => "quantization.tensors." + pair.Key, pair => Text(pair.Value), StringComparer.Ordinal)
            .SetItem(Gradual, "[]");

    /// <summary>The sizes of the engine.</summary>
    public static ImmutableSortedDictionary<string, string> OfShape(EngineShape shape) =>
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)
            .Add("engine.rows", Text(shape.T))
            .Add("engine.columns", Text(shape.G))
            .Add("engine.lanes", Text(shape.R));

    /// <summary>The project with widths and an engine.</summary>
    public static Project Apply(Project project, ImmutableSortedDictionary<string, int> bits, EngineShape shape) =>
        project with
        {
            Quantization = project.Quantization with { Tensors = bits, Gradual = [] },
            Engine = project.Engine with { Rows = shape.T, Columns = shape.G, Lanes = shape.R },
        };

    /// <summary>What makes a project quantize without training.</summary>
    public static ImmutableSortedDictionary<string, string> OfCalibration { get; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("quantization.method", "ptq");

    /// <summary>The project without training of what is quantized.</summary>
    public static Project Calibrated(Project project) => project with
    {
        Quantization = project.Quantization with { Method = QuantizationMethod.PostTraining },
    };

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}

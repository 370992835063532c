using System.Collections.Immutable;
using Bitloom.Data;
using Bitloom.Training;

namespace Bitloom.Projects;

/// <summary>A project file, read and checked (docs/project-file.md).</summary>
/// <param name="Directory">The folder of the project file; data files and results are relative to it.</param>
public sealed record Project(
    string Name,
    string Directory,
    ITaskOptions Data,
    ModelSection Model,
    TrainingSection Training,
    QuantizationSection Quantization,
    EngineSection Engine,
    VerificationSection Verification,
    SynthesisSection Synthesis,
    BoardSection Board)
{
    /// <summary>How often there is a window, and what powers the device.</summary>
    public PowerSection Power { get; init; } = new();

    /// <summary>What a search varies, and what it looks for.</summary>
    public ExploreSection Explore { get; init; } = new();

    /// <summary>The encoder that the data and the model section describe.</summary>
    public EncoderShape ShapeFor(ITaskData data)
    {
        var windows = data.TrainingWindows;
        return new(
            windows.Window, windows.Features, Model.Dimension, Model.Heads, Model.Layers, Model.FeedForwardRatio,
            windows.Outputs, Model.Normalization, Model.Activation, Model.Causal);
    }

    /// <summary>The width of every tensor, weight matrix and of the positions, by name.</summary>
    public ImmutableSortedDictionary<string, int> Precision => PrecisionNames.All(Model)
        .ToImmutableSortedDictionary(name => name, Quantization.BitsOf, StringComparer.Ordinal);
}

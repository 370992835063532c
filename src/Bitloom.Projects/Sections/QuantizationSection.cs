using System.Collections.Immutable;
using Bitloom.Training;

namespace Bitloom.Projects;

/// <summary>Whether quantization is trained.</summary>
public enum QuantizationMethod
{
    /// <summary>The model is trained on with quantization in the loop.</summary>
    QuantizationAwareTraining,

    /// <summary>The float model is quantized as it is.</summary>
    PostTraining,
}

/// <summary>The widths of integers, and how the model is brought to them (docs/quantization.md).</summary>
/// <param name="Bits">Of every tensor and weight matrix that <paramref name="Tensors"/> does not name: 2..8.</param>
/// <param name="ExponentialBits">Of the softmax's exponentials.</param>
/// <param name="MultiplierBits">Of the epilogue's multipliers M and N, sign included.</param>
/// <param name="Tensors">Widths of single tensors and weight matrices, by name (docs/arithmetic.md).</param>
public sealed record QuantizationSection(
    int Bits,
    int ExponentialBits,
    int MultiplierBits,
    ImmutableSortedDictionary<string, int> Tensors)
{
    private static readonly QuantizationRecipe Recipe = new();

    /// <summary>With or without training.</summary>
    public QuantizationMethod Method { get; init; }

    /// <summary>How the first ranges are found.</summary>
    public RangeMethod Ranges { get; init; } = Recipe.Ranges;

    /// <summary>Percent of the values within each end, with <see cref="RangeMethod.Percentile"/>.</summary>
    public double Percentile { get; init; } = Recipe.Percentile;

    /// <summary>How ranges are trained.</summary>
    public RangeTraining Learning { get; init; } = Recipe.Learning;

    /// <summary>What of a weight matrix shares a scale.</summary>
    public WeightGranularity Weights { get; init; } = Recipe.Weights;

    /// <summary>Falling widths on the way to <see cref="Bits"/>, which is the last; empty: none.</summary>
    public ImmutableArray<int> Gradual { get; init; } = [];

    /// <summary>Weight of the error towards the float model's predictions, 0..1.</summary>
    public double Distillation { get; init; } = Recipe.Distillation;

    /// <summary>Greatest weight of the loss against oscillating weights; 0: none.</summary>
    public double Dampening { get; init; } = Recipe.Dampening;

    /// <summary>Decay a step of the average of the weights, 0..1; 0: none.</summary>
    public double Averaging { get; init; } = Recipe.Averaging;

    /// <summary>Without training, biases take up the mean error.</summary>
    public bool BiasCorrection { get; init; } = Recipe.CorrectsBias;

    /// <summary>The width of a tensor or weight matrix.</summary>
    public int BitsOf(string tensor) => Tensors.GetValueOrDefault(tensor, Bits);
}

using Bitloom.Tensors;

namespace Bitloom.Training;

/// <summary>A trainable y = x W + b and the name of its weight matrix.</summary>
internal sealed record DenseLayer(string WeightName, FloatTensor Weight, FloatTensor Bias)
{
    /// <summary>
    /// Uniform in +-sqrt(6 / (inputs + outputs)) (Glorot and Bengio 2010) or, before a ReLU, +-sqrt(6 / inputs)
    /// (He et al. 2015); biases zero.
    /// </summary>
    public static DenseLayer Random(SeededRandom random, string tensor, int inputs, int outputs, bool relu = false)
    {
        var limit = MathF.Sqrt(6f / (relu ? inputs : inputs + outputs));
        var weight = new float[inputs * outputs];
        for (var i = 0; i < weight.Length; i++)
            weight[i] = (2 * random.NextSingle() - 1) * limit;
        return new DenseLayer(
            TensorNames.Weight(tensor),
            FloatTensor.Parameter(TensorShape.Matrix(inputs, outputs), weight),
            FloatTensor.Parameter(TensorShape.Row(outputs), new float[outputs]));
    }

    /// <summary>
    /// The weights for operands without the affine part of <paramref name="before"/>, the normalization that made them
    /// (docs/arithmetic.md).
    /// </summary>
    public DenseWeights ToWeights(NormalizationLayer? before = null) => before is { OfTokens: true, Folded: false }
        ? new(Weight.Shape.Rows, Weight.Shape.Columns, [.. Scaled(before)], [.. Shifted(before)])
        : new(Weight.Shape.Rows, Weight.Shape.Columns, [.. Weight.Values], [.. Bias.Values]);

    private IEnumerable<float> Scaled(NormalizationLayer before) =>
        Weight.Values.Select((w, i) => before.Scale.Values[i / Weight.Shape.Columns] * w);

    private IEnumerable<float> Shifted(NormalizationLayer before) => Bias.Values.Select((bias, column) =>
        (float)(bias + Enumerable.Range(0, Weight.Shape.Rows).Sum(row =>
            (double)before.Shift.Values[row] * Weight.Values[row * Weight.Shape.Columns + column])));

    public void Load(DenseWeights weights)
    {
        weights.Weight.CopyTo(Weight.Values);
        weights.Bias.CopyTo(Bias.Values);
    }
}

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

    public DenseWeights ToWeights() => new(
        Weight.Shape.Rows, Weight.Shape.Columns, [.. Weight.Values], [.. Bias.Values]);

    public void Load(DenseWeights weights)
    {
        weights.Weight.CopyTo(Weight.Values);
        weights.Bias.CopyTo(Bias.Values);
    }
}

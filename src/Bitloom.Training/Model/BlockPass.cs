using Bitloom.Tensors;

namespace Bitloom.Training;

/// <summary>One forward pass through a block: each step shows the observer the tensor that exists in hardware.</summary>
internal sealed class BlockPass(Tape tape, int layer, IForwardObserver observer, EncoderShape shape)
{
    public FloatTensor Dense(string name, DenseLayer dense, FloatTensor input) =>
        Observe(name, tape.Dense(input, Weight(dense), dense.Bias));

    public FloatTensor Sum(DenseLayer dense, FloatTensor input, FloatTensor residual) =>
        tape.Dense(input, Weight(dense), dense.Bias, residual);

    public FloatTensor Attend(FloatTensor query, FloatTensor key, FloatTensor value)
    {
        var factor = 1 / MathF.Sqrt(shape.HeadDimension);
        var scores = Observe("scores", tape.Scores(query, key, shape.Heads, factor));
        var probabilities = Observe(
            "probabilities", observer.Softmax(tape, TensorNames.Block(layer, "scores"), scores, shape.Causal));
        return Observe("context", tape.Context(probabilities, value, shape.Heads));
    }

    public FloatTensor Hidden(DenseLayer dense, FloatTensor input) => Observe("hidden", shape.Activation switch
    {
        Activation.Relu => tape.DenseRelu(input, Weight(dense), dense.Bias),
        Activation.Gelu => tape.Gelu(Dense(TensorNames.Argument, dense, input)),
    });

    public TokenTensors Normalize(string name, string normalizedName, NormalizationLayer? norm, FloatTensor sum)
    {
        if (norm is not { OfTokens: true })
        {
            var tokens = Observe(name, norm?.Forward(tape, sum) ?? sum);
            return new(tokens, tokens);
        }

        var centered = shape.Normalization == Normalization.Layer;
        var normalized = observer.TokenNorm(tape, TensorNames.Block(layer, name), Observe(name, sum), centered);
        return norm.Read(tape, Observe(normalizedName, normalized));
    }

    private FloatTensor Weight(DenseLayer dense) => observer.Weight(tape, dense.WeightName, dense.Weight);

    private FloatTensor Observe(string name, FloatTensor values) =>
        observer.Activation(tape, TensorNames.Block(layer, name), values);
}

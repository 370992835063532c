using Bitloom.Tensors;

namespace Bitloom.Training;

/// <summary>
/// The weights of one step as <paramref name="inner"/> makes them, made once on a tape of their own and read by the
/// forward passes of all parts of the batch.
/// </summary>
internal sealed class PreparedWeights(IForwardObserver inner) : IForwardObserver
{
    private readonly Dictionary<string, FloatTensor> _made = [];

    /// <summary>Makes them from the model's as they are now.</summary>
    public void Make(Tape tape, EncoderModel model)
    {
        _made[TensorNames.Positions] = inner.Weight(tape, TensorNames.Positions, model.Positions);
        foreach (var layer in model.Layers)
        {
            var weight = inner.Weight(tape, layer.WeightName, layer.Weight);
            tape.KeepTransposed(weight);
            _made[layer.WeightName] = weight;
        }
    }

    public FloatTensor Activation(Tape tape, string name, FloatTensor values) => inner.Activation(tape, name, values);

    public FloatTensor Weight(Tape tape, string name, FloatTensor values) => _made[name];

    public FloatTensor Softmax(Tape tape, string name, FloatTensor scores, bool causal) =>
        inner.Softmax(tape, name, scores, causal);

    public FloatTensor TokenNorm(Tape tape, string name, FloatTensor sums, bool centered) =>
        inner.TokenNorm(tape, name, sums, centered);
}

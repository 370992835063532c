using Bitloom.Tensors;

namespace Bitloom.Training;

/// <summary>
/// Sees each tensor and weight matrix of the forward pass by name and may put another in its place; says how the
/// softmax and the normalization of tokens are computed.
/// </summary>
internal interface IForwardObserver
{
    FloatTensor Activation(Tape tape, string name, FloatTensor values);

    FloatTensor Weight(Tape tape, string name, FloatTensor values);

    /// <summary>Row softmax of the activation called <paramref name="name"/>.</summary>
    FloatTensor Softmax(Tape tape, string name, FloatTensor scores, bool causal);

    /// <summary>
    /// LayerNorm (<paramref name="centered"/>) or RMSNorm of the activation called <paramref name="name"/>.
    /// </summary>
    FloatTensor TokenNorm(Tape tape, string name, FloatTensor sums, bool centered);
}

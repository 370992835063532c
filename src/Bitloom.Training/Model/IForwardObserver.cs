using Bitloom.Tensors;

namespace Bitloom.Training;

/// <summary>Sees each tensor and weight matrix of the forward pass by name and may put another in its place.</summary>
internal interface IForwardObserver
{
    FloatTensor Activation(Tape tape, string name, FloatTensor values);

    FloatTensor Weight(Tape tape, string name, FloatTensor values);
}

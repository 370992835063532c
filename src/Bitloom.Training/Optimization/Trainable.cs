using Bitloom.Tensors;

namespace Bitloom.Training;

/// <summary>
/// What the optimizer moves: <paramref name="Speed"/> times the learning rate; <paramref name="Clipped"/> when its
/// gradient counts for the clipped norm.
/// </summary>
internal sealed record Trainable(FloatTensor Tensor, double Speed = 1, bool Clipped = true);

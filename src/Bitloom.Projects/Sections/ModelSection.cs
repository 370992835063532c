using Bitloom.Training;

namespace Bitloom.Projects;

/// <summary>The encoder's sizes; what is missing here follows from the data.</summary>
/// <param name="Dimension">d, divisible by <paramref name="Heads"/>.</param>
/// <param name="FeedForwardRatio">f; the hidden width is f d.</param>
/// <param name="Causal">True when a token attends to itself and earlier ones only.</param>
public sealed record ModelSection(
    int Dimension = 16,
    int Heads = 1,
    int Layers = 1,
    int FeedForwardRatio = 4,
    Normalization Normalization = Normalization.Batch,
    Activation Activation = Activation.Relu,
    bool Causal = false);

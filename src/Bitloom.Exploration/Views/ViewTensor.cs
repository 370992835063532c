namespace Bitloom.Exploration;

/// <summary>A tensor or weight matrix that has a width of its own.</summary>
/// <param name="Constant">Weights and positions, which are known when the device is built; false: activations.</param>
public sealed record ViewTensor(string Name, bool Constant);

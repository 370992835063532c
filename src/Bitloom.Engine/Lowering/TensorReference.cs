namespace Bitloom.Engine;

/// <summary>A tensor in one layout. A tensor that is read in two layouts is made twice.</summary>
internal sealed record TensorReference(string Tensor, TensorLayout Layout);

using System.Collections.Immutable;
using Bitloom.Ir;

namespace Bitloom.Quantization;

/// <summary>
/// A constant of the integer encoder: a weight matrix (inputs x outputs), the positions (n x d) or the pooling row
/// (1 x n), row-major. Weight matrices have a scale a column, which lives in the multipliers; their tensor says 1.
/// </summary>
public sealed record IntegerMatrix(Tensor Tensor, ImmutableArray<int> Values);

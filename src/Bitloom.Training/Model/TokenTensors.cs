using Bitloom.Tensors;

namespace Bitloom.Training;

/// <summary>
/// Tokens as dense layers and as residual branches read them: one tensor, but for normalized tokens, whose affine part
/// dense layers have in their weights once it is folded.
/// </summary>
internal readonly record struct TokenTensors(FloatTensor Operand, FloatTensor Residual);

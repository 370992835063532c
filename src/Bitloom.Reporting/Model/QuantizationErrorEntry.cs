namespace Bitloom.Reporting;

/// <summary>
/// How far a tensor of the integer model is from the same encoder without any rounding, each running on its own results,
/// in LSB of the tensor.
/// </summary>
/// <param name="Bits">Width of the tensor's integers.</param>
/// <param name="Mean">The mean absolute difference.</param>
/// <param name="Largest">The greatest one.</param>
public sealed record QuantizationErrorEntry(string Tensor, int Bits, double Mean, double Largest);

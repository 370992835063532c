namespace Bitloom.Quantization;

/// <summary>
/// How far a tensor of the fake-quantized training forward was from the hardware's when each ran on its own results,
/// in LSB. Reported, not bounded: a flipped rounding early on moves everything after it.
/// </summary>
/// <param name="Worst">The greatest difference.</param>
/// <param name="Mean">The mean absolute difference.</param>
/// <param name="Differing">The share of elements that differ, 0 .. 1.</param>
public sealed record FreeRunningDifference(string Tensor, int Worst, double Mean, double Differing);

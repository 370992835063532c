namespace Bitloom.Quantization;

/// <summary>
/// How far an operation of the fake-quantized training forward was from the hardware's when both read the hardware's
/// inputs, in LSB.
/// </summary>
/// <param name="Elements">How many were compared.</param>
/// <param name="Worst">The greatest difference.</param>
/// <param name="Differing">How many differ at all.</param>
/// <param name="Beyond">How many differ by more than 1 LSB.</param>
public sealed record TeacherForcedDifference(string Tensor, long Elements, int Worst, long Differing, long Beyond)
{
    /// <summary>True when the two forwards agree as docs/arithmetic.md promises.</summary>
    public bool Holds => Beyond == 0;
}

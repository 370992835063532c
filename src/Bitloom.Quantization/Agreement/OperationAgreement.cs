namespace Bitloom.Quantization;

/// <summary>
/// How far one operation's integers were from its real formula, given the same integer inputs, in LSB of its output.
/// </summary>
/// <param name="WorstError">The greatest difference found.</param>
/// <param name="Bound">The proven limit.</param>
/// <param name="Elements">How many were compared.</param>
public sealed record OperationAgreement(string Tensor, double WorstError, double Bound, long Elements)
{
    /// <summary>True when the proof holds for everything that was compared.</summary>
    public bool Holds => WorstError <= Bound;
}

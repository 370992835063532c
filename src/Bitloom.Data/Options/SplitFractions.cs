namespace Bitloom.Data;

/// <summary>
/// The chronological shares of the rows; they sum to 1. With a test file of its own, the first file is divided in
/// the ratio of <paramref name="Train"/> to <paramref name="Validation"/>.
/// </summary>
public sealed record SplitFractions(double Train, double Validation, double Test)
{
    /// <summary>70 % to learn from, 15 % to choose with, 15 % to judge by.</summary>
    public static SplitFractions Default { get; } = new(0.7, 0.15, 0.15);
}

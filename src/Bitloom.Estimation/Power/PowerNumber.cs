namespace Bitloom.Estimation;

/// <summary>A number of the power model with what is known of it.</summary>
/// <param name="Value">In the unit that its place has: picojoules, milliwatts, or a factor.</param>
/// <param name="Uncertainty">How far off it may be, as a share of it.</param>
/// <param name="Derived">Not published as such: the source says from what it was derived.</param>
/// <param name="Source">The document.</param>
public sealed record PowerNumber(double Value, double Uncertainty, bool Derived, string Source);

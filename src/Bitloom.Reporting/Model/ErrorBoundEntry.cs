namespace Bitloom.Reporting;

/// <summary>The proven bound of an operation's rounding error, in LSB of its output (docs/arithmetic.md).</summary>
/// <param name="Limit">The bound that is demanded.</param>
public sealed record ErrorBoundEntry(string Tensor, double Bound, double Limit);

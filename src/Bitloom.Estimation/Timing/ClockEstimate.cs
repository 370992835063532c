namespace Bitloom.Estimation;

/// <summary>The greatest clock of an engine, estimated without routing it (docs/estimation.md, Clock).</summary>
/// <param name="Error">Of its period, of engines that were not fitted.</param>
/// <param name="Basis">What it is from.</param>
public sealed record ClockEstimate(double Megahertz, FitError Error, string Basis);

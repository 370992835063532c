namespace Bitloom.Reporting;

/// <summary>One of several trainings, with another seed.</summary>
/// <param name="ValidationLoss">By which one was chosen: the least.</param>
/// <param name="Float">The metric of its float model on the test split.</param>
/// <param name="HardwareExact">The metric of its integer model on the test split; null where it has none.</param>
/// <param name="Chosen">It is the one that was built.</param>
public sealed record RunEntry(int Seed, double ValidationLoss, double Float, double? HardwareExact, bool Chosen);

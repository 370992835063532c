namespace Bitloom.Reporting;

/// <summary>A sentence about a report's numbers.</summary>
/// <param name="Rule">Name of the rule that drew it.</param>
public sealed record Finding(FindingLevel Level, string Rule, string Text);

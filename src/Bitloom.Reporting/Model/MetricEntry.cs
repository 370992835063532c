namespace Bitloom.Reporting;

/// <summary>A metric, or what a metric says of a prediction, by its name.</summary>
public sealed record MetricEntry(string Name, double? Value);

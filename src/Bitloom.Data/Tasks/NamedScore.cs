namespace Bitloom.Data;

/// <summary>What a metric says, or what is reached without the model: by its name.</summary>
public readonly record struct NamedScore(string Name, double Value);

namespace Bitloom.Reporting;

/// <summary>The project: its name, the seed of every random choice, and the device that it is for.</summary>
public sealed record ProjectSection(string Name, long Seed, string Device);

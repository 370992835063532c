namespace Bitloom.Reporting;

/// <summary>A program and its version.</summary>
public sealed record ToolEntry(string Name, string Version);

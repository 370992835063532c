namespace Bitloom.Projects;

/// <summary>Whether the design is synthesized and its resources counted.</summary>
public sealed record SynthesisSection(bool Enabled = true);

namespace Bitloom.Projects;

/// <summary>Whether the design is synthesized, and placed and routed where that can be done.</summary>
/// <param name="Route">A bitstream is made for devices that have a router (iCE40).</param>
public sealed record SynthesisSection(bool Enabled = true, bool Route = true);

namespace Bitloom.Projects;

/// <summary>What is played through interpreter, engine simulator and RTL.</summary>
/// <param name="Windows">Windows of the test part.</param>
/// <param name="Seed">Draws them.</param>
public sealed record VerificationSection(int Windows = 16, int Seed = 1);

namespace Bitloom.Pipeline;

/// <summary>Noise on the simulated line, the same for the same seed.</summary>
/// <param name="PerMille">
/// Of a thousand bytes in each direction, so many have a bit inverted, so many are lost, and so many follow garbage.
/// </param>
public sealed record LineNoise(int Seed = 1, int PerMille = 0);

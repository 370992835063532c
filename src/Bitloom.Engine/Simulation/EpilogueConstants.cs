namespace Bitloom.Engine;

/// <summary>M, N and B of a channel, as the epilogue memory holds them.</summary>
internal readonly record struct EpilogueConstants(int Multiplier, int ResidualMultiplier, long Offset);

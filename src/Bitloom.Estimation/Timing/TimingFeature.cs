namespace Bitloom.Estimation;

/// <summary>What a path's delay follows from.</summary>
/// <param name="Path">The part of the engine in which the path ends.</param>
/// <param name="Value">0 where the engine has no such path.</param>
internal sealed record TimingFeature(EnginePart Path, string Name, Func<EngineStructure, double> Value);

namespace Bitloom.Estimation;

/// <summary>A number of an engine's structure to which the cells of a part are taken to be proportional.</summary>
/// <param name="Name">Unique in the part; coefficients are kept by it.</param>
internal sealed record EngineFeature(EnginePart Part, string Name, Func<EngineStructure, double> Value);

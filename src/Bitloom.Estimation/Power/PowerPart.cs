namespace Bitloom.Estimation;

/// <summary>The power of one kind of resource.</summary>
/// <param name="Name">Such as <c>logic</c>.</param>
/// <param name="Milliwatts">Dynamic.</param>
/// <param name="Error">How far off it may be, milliwatts.</param>
public sealed record PowerPart(string Name, double Milliwatts, double Error);

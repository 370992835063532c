namespace Bitloom.Estimation;

/// <summary>A number of an engine's structure to which the cells of a part are taken to be proportional.</summary>
/// <param name="Name">Unique in the part; coefficients are kept by it.</param>
/// <param name="IsOfFlipFlops">Whether flip-flops are proportional to it; otherwise LUTs and carry elements are.</param>
internal sealed record EngineFeature(
    EnginePart Part, string Name, Func<EngineStructure, double> Value, bool IsOfFlipFlops = false)
{
    /// <summary>Whether cells of a kind are taken to be proportional to it.</summary>
    public bool IsOf(CellKind kind) => IsOfFlipFlops == (kind == CellKind.FlipFlop);
}

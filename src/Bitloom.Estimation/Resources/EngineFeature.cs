namespace Bitloom.Estimation;

/// <summary>A number of an engine's structure to which the cells of a part are taken to be proportional.</summary>
/// <param name="Name">Unique in the part; coefficients are kept by it.</param>
/// <param name="Only">The only kind of cells that is; LUTs and carry elements otherwise, as flip-flops are counted.</param>
internal sealed record EngineFeature(
    EnginePart Part, string Name, Func<EngineStructure, double> Value, CellKind? Only = null)
{
    /// <summary>Whether cells of a kind are taken to be proportional to it.</summary>
    public bool IsOf(CellKind kind) => Only is { } only ? kind == only : kind != CellKind.FlipFlop;
}

using System.Collections.Immutable;

namespace Bitloom.Estimation;

/// <summary>An engine that was synthesized: the features of its structure and the cells that were counted.</summary>
/// <param name="Seed">Of the accelerator that was drawn.</param>
/// <param name="Configuration">It in words.</param>
/// <param name="Features">In the order of <see cref="EngineFeatures.Names"/>.</param>
/// <param name="Cells">Cells of each kind by part of the engine, those that belong to none among the sequencer's.</param>
/// <param name="LutMemory">LUTs used as memory.</param>
/// <param name="BlockUnits">Block RAM in the family's smallest unit.</param>
/// <param name="Multipliers">Hard multipliers.</param>
/// <param name="Picoseconds">The longest path by the delays of its cells; 0 where the family has no such delays.</param>
public sealed record CalibrationPoint(
    int Seed,
    string Configuration,
    ImmutableArray<double> Features,
    ImmutableDictionary<CellKind, ImmutableArray<int>> Cells,
    int LutMemory,
    int BlockUnits,
    int Multipliers,
    int Picoseconds)
{
    /// <summary>Cells of a kind in all.</summary>
    public int Total(CellKind kind) => Cells[kind].Sum();
}

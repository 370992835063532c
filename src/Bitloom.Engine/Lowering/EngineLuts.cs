namespace Bitloom.Engine;

/// <summary>
/// An estimate of an engine's LUTs for the search: its structure, with factors fitted to Yosys's counts for the 7 series.
/// </summary>
internal static class EngineLuts
{
    // Sequencer, drain control, streams, softmax without its rows.
    private const int Control = 1050;

    /// <summary>LUTs of the array, the lanes and what surrounds them, without memories.</summary>
    public static int Of(EngineShape shape, MultiplierAllocation multipliers, EngineWidths widths)
    {
        var selection = shape.Cells * widths.AccumulatorBits / 3;
        var transposition = shape.Cells * widths.ActivationBits * 4 / 3;
        var lanes = shape.R * 3 * widths.EpilogueSumBits;
        var rows = shape.T * widths.ActivationBits * 6;
        return Control + multipliers.Luts(shape, widths) + selection + transposition + lanes + rows;
    }

    /// <summary>All LUTs of an engine; memories are planned for the budget, or left out without one.</summary>
    public static int Of(EngineParameters engine, MemoryBudget? memories) =>
        Of(engine.Shape, engine.Multipliers, engine.Widths)
        + (memories is null ? 0 : MemoryPlanner.Plan(engine, new MemoryKinds(), memories).Cost.Luts);
}

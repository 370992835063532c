namespace Bitloom.Engine;

/// <summary>
/// An estimate of an engine's LUTs for the search, fitted to Yosys's counts for the 7 series. Memories are not in it.
/// </summary>
internal static class EngineLuts
{
    private const int Control = 1100;

    /// <summary>LUTs of the array, the lanes and what surrounds them.</summary>
    public static int Of(EngineShape shape, MultiplierAllocation multipliers, EngineWidths widths)
    {
        var selection = Division.Ceiling(shape.Cells / shape.R, 3) * shape.R * widths.AccumulatorBits;
        var lanes = shape.R * 3 * widths.EpilogueSumBits;
        var words = shape.T * widths.ActivationBits * 6;
        return Control + multipliers.Luts(shape, widths) + selection + lanes + words;
    }
}

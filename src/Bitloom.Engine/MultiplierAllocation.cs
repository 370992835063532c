namespace Bitloom.Engine;

/// <summary>Where two products of one DSP slice are summed up.</summary>
public enum PairKind
{
    /// <summary>In the slice: both sums lie in its accumulator, and each fits the bits that it has there.</summary>
    Inside,

    /// <summary>In LUTs beside it: only single products share the slice, so sums may have any width.</summary>
    Outside,
}

/// <summary>
/// What the products of an engine are made of (docs/engine.md, Cells). Cells in no slice are built of LUTs.
/// </summary>
/// <param name="Pairs">DSP slices that make the products of two cells: two columns of a row.</param>
/// <param name="Singles">DSP slices that make the products of one cell.</param>
/// <param name="Kind">Where pairs accumulate.</param>
/// <param name="ResidualInDsp">The lanes' residual products are made in DSP slices too.</param>
/// <param name="LaneMultipliers">DSP slices of one of the R lanes.</param>
public sealed record MultiplierAllocation(
    int Pairs, int Singles, PairKind Kind, bool ResidualInDsp, int LaneMultipliers)
{
    // The wide port of a DSP48E1 holds the upper operand, a bit for the lower one's sign, and the shift.
    private const int WidePort = 25;

    /// <summary>Cells of an array of this shape that are built of LUTs.</summary>
    public int LutCells(EngineShape shape) => shape.Cells - 2 * Pairs - Singles;

    /// <summary>DSP slices taken, by the array and the lanes.</summary>
    public int Slices(EngineShape shape) =>
        Pairs + Singles + shape.R * LaneMultipliers;

    /// <summary>
    /// The allocation with the fewest LUTs that the budget allows. Where the lanes alone exceed it, no cell is in a
    /// DSP slice.
    /// </summary>
    public static MultiplierAllocation Of(EngineShape shape, EngineWidths widths, EngineOptions options)
    {
        MultiplierAllocation[] choices = [Of(shape, widths, options, true), Of(shape, widths, options, false)];
        return choices
            .OrderBy(choice => choice.Slices(shape) > options.MultiplierBudget)
            .ThenBy(choice => choice.Luts(shape, widths))
            .First();
    }

    /// <summary>
    /// LUTs of the array's cells and the lanes' residual products, as Yosys counts them for the 7 series.
    /// </summary>
    public int Luts(EngineShape shape, EngineWidths widths)
    {
        var (a, b, sum) = (widths.ActivationBits + 1, widths.OperandBits, widths.AccumulatorBits);
        var paired = Kind == PairKind.Outside ? 2 * sum : 0;
        var inLuts = !ResidualInDsp && widths.ResidualMultiplierBits > EngineWidths.LeastBits;
        var residual = inLuts ? LutProduct(a, widths.ResidualMultiplierBits) : 0;
        return Pairs * paired + LutCells(shape) * (LutProduct(a, b) + sum) + shape.R * residual;
    }

    /// <summary>Bits from a pair's lower operand to its upper one.</summary>
    public static int Shift(EngineWidths widths, PairKind kind) => kind == PairKind.Inside
        ? WidePort - 1 - widths.OperandBits
        : widths.ActivationBits + widths.OperandBits;

    /// <summary>Where pairs of these widths can accumulate: a sum inside must fit the shift.</summary>
    public static PairKind KindFor(EngineWidths widths) =>
        widths.AccumulatorBits <= Shift(widths, PairKind.Inside) ? PairKind.Inside : PairKind.Outside;

    private static MultiplierAllocation Of(
        EngineShape shape, EngineWidths widths, EngineOptions options, bool residualInDsp)
    {
        var size = options.Multiplier;
        var lane = widths.LaneMultipliers(size) - (residualInDsp ? 0 : widths.ResidualMultipliers(size));
        var slices = Math.Max(0, options.MultiplierBudget - shape.R * lane);
        // A pair's product is as wide as its upper operand's place at least.
        var pairable = options.PairedProducts ? shape.T * (shape.G / 2) : 0;
        var pairs = Math.Clamp(shape.Cells - slices, 0, Math.Min(pairable, slices));
        var singles = widths.CellsFit(size) ? Math.Min(shape.Cells - 2 * pairs, slices - pairs) : 0;
        return new(pairs, singles, KindFor(widths), residualInDsp && widths.ResidualMultipliers(size) > 0, lane);
    }

    // Radix-4 Booth: a row a digit; fitted to Yosys's counts at 2 to 8 bit (docs/engine.md, Cells).
    private static int LutProduct(int left, int right) => Division.Ceiling(Math.Min(left, right), 2) * (left + right);
}

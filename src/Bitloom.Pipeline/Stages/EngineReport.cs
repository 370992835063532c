using Bitloom.Engine;
using Bitloom.Reporting;

namespace Bitloom.Pipeline;

/// <summary>The engine in the report's terms.</summary>
internal static class EngineReport
{
    public static EngineSection Of(EngineParameters engine)
    {
        var (shape, multipliers) = (engine.Shape, engine.Multipliers);
        CellEntry[] cells =
        [
            new("two in a DSP slice", 2 * multipliers.Pairs, multipliers.Pairs, PairReason(engine)),
            new("one in a DSP slice", multipliers.Singles, multipliers.Singles, "there are slices enough for them"),
            new("LUTs", multipliers.LutCells(shape), 0, "the other cells and the lanes take the DSP slices"),
        ];
        return new(shape.T, shape.G, shape.R, [.. cells.Where(cell => cell.Count > 0)]);
    }

    // A program runs wholly in one way: which, its widest sum decides.
    private static string PairReason(EngineParameters engine)
    {
        var (sum, room) = (engine.Widths.AccumulatorBits, MultiplierAllocation.Shift(engine.Widths, PairKind.Inside));
        return engine.Multipliers.Kind switch
        {
            PairKind.Inside => FormattableString.Invariant(
                $"sums of {sum} bits, proven for every instruction, fit the {room} that each has in the slice"),
            PairKind.Outside => FormattableString.Invariant(
                $"sums of {sum} bits exceed the {room} that each would have in the slice: they are made in LUTs beside it"),
        };
    }
}

using Bitloom.Engine;

namespace Bitloom.Estimation;

/// <summary>Registers of the array and of its lanes: those that no multiplier takes in.</summary>
internal static class ArrayRegisters
{
    // first and enable, four cycles each.
    private const int ControlBits = 8;

    // What a MAC16 is narrower by than these operands is multiplied apart, from operands of its own.
    private const int Mac16Bits = 16;

    /// <summary>Operands, held sums and the selected ones of mac_array.vhd.</summary>
    public static int Array(EngineStructure engine)
    {
        var cells = engine.Cells;
        var isSeven = engine.IsSevenSeries;
        // A slice has two registers of either operand, a MAC16 one that the cell's own takes.
        var second = isSeven ? cells.LutRows : engine.OperandRows;
        var columns = isSeven ? cells.LutColumns : engine.G;
        return ControlBits + (engine.OperandRows + second) * Operand(engine) + columns * engine.Operand
            + (engine.Parameters.Shape.Cells + engine.R) * engine.Accumulator + Inside(engine);
    }

    /// <summary>Products and sums of cells that are not in multipliers.</summary>
    public static int Cells(EngineStructure engine)
    {
        var (cells, multipliers) = (engine.Cells, engine.Parameters.Multipliers);
        var (wide, digits, sum) = (engine.Element + 1, engine.Operand, engine.Accumulator);
        var booth = new BoothRegisters(wide, digits);
        var beside = multipliers.Kind == PairKind.Outside ? multipliers.Pairs : 0;
        // Yosys takes a MAC16's accumulator only where it is as wide as the product.
        var outside = !engine.IsSevenSeries && sum < wide + digits ? multipliers.Singles : 0;
        return cells.Luts * (booth.Early + Math.Min(sum, wide + digits) + sum)
            + (booth.LateDigits > 0 ? cells.LutRows * Operand(engine) : 0) + cells.LutColumns * booth.LateDigits
            + 2 * sum * (beside + outside);
    }

    /// <summary>The operands of drain_lane.vhd, and flags of the slot that have its names.</summary>
    public static int Lanes(EngineStructure engine, RegisterWidths widths)
    {
        var (isSeven, bits) = (engine.IsSevenSeries, engine.ProgramBits);
        var inSlice = isSeven && engine.Parameters.Multipliers.ResidualInDsp;
        var residual = engine.HasResiduals && !inSlice ? engine.R * Residual(engine) + engine.NarrowBits : 0;
        // Where every bit of the multiplier is selected alike, a slice takes its register.
        var multiplier = isSeven && engine.HasNorms ? 0 : MultiplierBits(engine);
        var flags = (engine.HasSoftmax ? 1 : 0) + (engine.HasNorms ? 1 : 0) + (engine.HasResiduals ? 1 : 0)
            + bits.Flag("residual_unsigned");
        return engine.R * engine.WideOperand + multiplier + residual + engine.Parameters.Widths.OffsetBits
            + (Inside(engine) > 0 ? engine.R : 0)
            + ControlRegisters.LaneStages * widths.Flags + RegisterWidths.Bits(engine.Groups) + flags;
    }

    /// <summary>Offsets, sums and results of epilogue_lane.vhd, products that are not in multipliers, functions' tables.</summary>
    public static int Epilogues(EngineStructure engine) =>
        engine.R * (engine.Element + engine.Parameters.Widths.EpilogueSumBits - engine.Parameters.Widths.Shifts.Minimum)
        + 2 * engine.Parameters.Widths.OffsetBits
        + (engine.HasResiduals ? ResidualProducts(engine) : 0)
        + (engine.IsSevenSeries ? 0 : Mac16Products(engine))
        + MemoryRegisters.FunctionTables(engine);

    /// <summary>Bits of an A operand: the sign's is its own where some are unsigned.</summary>
    public static int Operand(EngineStructure engine) => engine.Element + engine.ProgramBits.Flag("a_unsigned");

    private static int Residual(EngineStructure engine) =>
        engine.Element + engine.ProgramBits.Flag("residual_unsigned");

    // The low bits may come from a lane's exponential or deviation, the high ones are of the epilogue word alone.
    private static int MultiplierBits(EngineStructure engine)
    {
        var own = engine.HasNorms
            ? Math.Max(engine.Softmax.ExponentialBits, engine.Norm.DeviationBits)
            : engine.Softmax.ExponentialBits;
        return (engine.R - 1) * own + engine.NarrowOperand;
    }

    private static int ResidualProducts(EngineStructure engine)
    {
        var (element, factor) = (engine.Element + 1, engine.NarrowBits);
        var sum = engine.Parameters.Widths.EpilogueSumBits - engine.Parameters.Widths.ResidualShifts.Minimum;
        if (engine.Parameters.Multipliers.ResidualInDsp)
        {
            // A product that is cut leaves its register outside.
            return engine.IsSevenSeries ? 0
                : (element + factor > sum ? engine.R * sum : 0)
                + (factor == Mac16Bits + 1 ? 2 * engine.R * element + 1 : 0);
        }

        if (factor <= EngineWidths.LeastBits)
            return 0;
        var booth = new BoothRegisters(Math.Max(element, factor), Math.Min(element, factor));
        var operands = element < factor ? factor + engine.R * booth.LateDigits : engine.R * Residual(engine) + booth.LateDigits;
        return operands + engine.R * (booth.Early + Math.Min(element + factor, sum));
    }

    private static int Mac16Products(EngineStructure engine)
    {
        var (wide, narrow, sum) = (engine.WideOperand, engine.NarrowOperand, engine.Parameters.Widths.EpilogueSumBits);
        var product = wide + narrow > sum ? engine.R * sum : wide == Mac16Bits + 1 ? engine.R * Mac16Bits : 0;
        return product + (wide == Mac16Bits + 1, narrow == Mac16Bits + 1) switch
        {
            (true, true) => engine.R * wide + narrow,
            (false, true) => engine.R * wide + 1,
            (true, false) => engine.R + MultiplierBits(engine),
            (false, false) => 0,
        };
    }

    private static int Inside(EngineStructure engine) =>
        engine.Parameters.Multipliers.Kind == PairKind.Inside ? engine.Parameters.Multipliers.Pairs : 0;
}

using Bitloom.Engine;

namespace Bitloom.Estimation;

/// <summary>What the sizes of the array, its lanes and what they write follow from.</summary>
internal static class ArrayFeatures
{
    public static IEnumerable<EngineFeature> All { get; } =
    [
        .. Cells(), .. Array(), .. Datapath(), .. Lanes(), .. Epilogues(), .. WriteBack(),
    ];

    private static IEnumerable<EngineFeature> Cells()
    {
        const EnginePart part = EnginePart.Cells;
        yield return new(part, "product bits", engine => engine.Cells.Luts * Booth(engine.Element + 1, engine.Operand));
        yield return new(part, "sums", engine => engine.Cells.Luts * engine.Accumulator);
        yield return new(part, "sums beside", engine => Beside(engine) * 2 * engine.Accumulator);
        yield return new(part, "pairs beside", Beside);
        yield return new(part, "single sums", engine => engine.Parameters.Multipliers.Singles * engine.Accumulator);
        yield return new(part, "singles", engine => engine.Parameters.Multipliers.Singles);
    }

    private static IEnumerable<EngineFeature> Array()
    {
        const EnginePart part = EnginePart.Array;
        yield return new(part, "one", _ => 1, CellKind.Carry);
        yield return new(part, "sums", engine => engine.Parameters.Shape.Cells * engine.Accumulator);
        yield return new(part, "row select", engine => engine.G * engine.R * engine.Accumulator * engine.Mux(engine.Groups));
        yield return new(part, "column select", engine => engine.R * engine.Accumulator * engine.Mux(engine.G), CellKind.Carry);
        yield return new(part, "carries", Inside, CellKind.Carry);
        yield return new(part, "operands of lut rows", engine => engine.Cells.LutRows * (engine.Element + 1));
        yield return new(part, "operands of single rows", engine => engine.Cells.SingleRows * (engine.Element + 1));
        yield return new(part, "operands of pair rows", engine =>
            Inside(engine) > 0 ? engine.Cells.PairRows * (engine.Element + 1) : 0);
        yield return new(part, "operands of lut columns", engine => engine.Cells.LutColumns * engine.Operand);
        yield return new(part, "operands of single columns", engine => engine.Cells.SingleColumns * engine.Operand);
    }

    private static IEnumerable<EngineFeature> Datapath()
    {
        const EnginePart part = EnginePart.Datapath;
        yield return new(part, "k", engine => engine.Varying("k"));
        yield return new(part, "bounds", engine => engine.Varying("s", "minimum", "maximum"));
        yield return new(part, "destination", engine =>
            engine.Varying("d_bank", "d_layout", "maxima", "residual", "residual_unsigned", "causal", "lookup"));
        yield return new(part, "function base", engine => engine.Varying("function_base", engine.FunctionAddress));
        yield return new(part, "read address bits", engine => engine.AAddress);
        yield return new(part, "count bits", engine => engine.Count, CellKind.Carry);
        yield return new(part, "row count bits", engine => Bits(engine.Groups));
        yield return new(part, "key bits", engine => Bits(engine.T / engine.G));
        yield return new(part, "b bank bits", engine => engine.G * engine.Element);
        yield return new(part, "narrower weights", Narrower);
        yield return new(part, "rows", engine => engine.T);
        yield return new(part, "causal rows", engine => engine.IsCausal ? engine.T : 0);
        yield return new(part, "causal", engine => engine.IsCausal ? 1 : 0);
        yield return new(part, "mask", engine => engine.IsCausal ? engine.R * engine.Softmax.ExponentialBits : 0);
        yield return new(part, "norm", engine => engine.HasNorms ? 1 : 0);
        yield return new(part, "norm addresses", engine => engine.HasNorms ? engine.Parameters.AddressBits : 0);
    }

    private static IEnumerable<EngineFeature> Lanes()
    {
        const EnginePart part = EnginePart.Lanes;
        yield return new(part, "reciprocal", engine => engine.R * engine.Softmax.QuotientBits);
        // What comes from the epilogue word alone is there once.
        yield return new(part, "multiplier of all", engine =>
            engine.Parameters.Widths.MultiplierBits - engine.Softmax.ExponentialBits);
        yield return new(part, "residual multiplier of all", engine => engine.HasResiduals ? engine.NarrowBits : 0);
        yield return new(part, "shifts", engine => engine.R * Range(engine.Parameters.Widths.Shifts));
        yield return new(part, "residual multiplier", engine => Residual(engine) * engine.NarrowBits);
        yield return new(part, "residual select", engine => Residual(engine) * engine.Element * engine.Mux(engine.Groups));
        yield return new(part, "root", engine => engine.HasNorms ? engine.R * engine.Norm.RootBits : 0);
        yield return new(part, "selects", engine => Bits(engine.Groups));
    }

    private static IEnumerable<EngineFeature> Epilogues()
    {
        const EnginePart part = EnginePart.Epilogues;
        yield return new(part, "one", _ => 1);
        yield return new(part, "sum", engine => engine.R * engine.Parameters.Widths.EpilogueSumBits);
        yield return new(part, "result", engine => engine.R * engine.Element, CellKind.Carry);
        yield return new(part, "shifted", engine => engine.R * Shifted(engine));
        // A tree of selections by a bit of the shift each, two of which a LUT of six inputs makes.
        yield return new(part, "shift levels", engine => engine.R * Shifted(engine) * Levels(engine.Parameters.Widths.Shifts));
        yield return new(part, "pairs of shift levels", engine =>
            engine.R * Shifted(engine) * ((Levels(engine.Parameters.Widths.Shifts) + 1) / 2));
        yield return new(part, "residual shift levels", engine =>
            Residual(engine) * ResidualProduct(engine) * Levels(engine.Parameters.Widths.ResidualShifts));
        yield return new(part, "residual sum", engine => Residual(engine)
            * (engine.Parameters.Widths.EpilogueSumBits - engine.Parameters.Widths.ResidualShifts.Minimum));
        yield return new(part, "residual product bits", engine =>
            InLuts(engine) * Booth(Math.Max(engine.Element + 1, engine.NarrowBits), Digits(engine)));
        yield return new(part, "tables of functions", MemoryFeatures.FunctionTables);
        yield return new(part, "results with functions", engine =>
            engine.HasFunctions ? engine.R * engine.Element : 0, CellKind.Carry);
        // What a multiplier is narrower by is multiplied in LUTs.
        yield return new(part, "operands beyond multipliers", engine => engine.R
            * (Beyond(engine.WideOperand, engine.Multiplier.Wide) * engine.NarrowOperand
                + Beyond(engine.NarrowOperand, engine.Multiplier.Narrow) * engine.WideOperand));
    }

    private static IEnumerable<EngineFeature> WriteBack()
    {
        const EnginePart part = EnginePart.WriteBack;
        yield return new(part, "one", _ => 1);
        yield return new(part, "word", engine => engine.T * engine.Element);
        yield return new(part, "transposed", engine => engine.T * engine.G * engine.Element);
        yield return new(part, "rows", engine => engine.T);
        yield return new(part, "row select", engine => engine.G * engine.Element * engine.Mux(engine.T));
        yield return new(part, "key select", engine => engine.G * engine.Element * engine.Mux(engine.T / engine.G));
        yield return new(part, "b word", engine => engine.G * engine.Element);
        yield return new(part, "address bits", engine => engine.DestinationAddress);
        yield return new(part, "count bits", engine => engine.Count);
    }

    private static double Beside(EngineStructure engine) =>
        engine.Parameters.Multipliers.Kind == PairKind.Outside ? engine.Parameters.Multipliers.Pairs : 0;

    private static double Inside(EngineStructure engine) =>
        engine.Parameters.Multipliers.Kind == PairKind.Inside ? engine.Parameters.Multipliers.Pairs : 0;

    // Bits of operands that some weights have not.
    private static double Narrower(EngineStructure engine) => engine.Parameters.Weights.Planes.Length > 1
        ? engine.G * (engine.Operand - engine.Parameters.Weights.Planes[0].Bits)
        : 0;

    private static double Booth(int wide, int digits) => (digits + 1) / 2 * (wide + 2);

    private static int Residual(EngineStructure engine) => engine.HasResiduals ? engine.R : 0;

    private static double InLuts(EngineStructure engine) =>
        engine.HasResiduals && !engine.Parameters.Multipliers.ResidualInDsp ? engine.R : 0;

    private static int Digits(EngineStructure engine) => Math.Min(engine.Element + 1, engine.NarrowBits);

    // Only a single bit: wider rests are given to multipliers.
    private static int Beyond(int bits, int multiplier) => bits == multiplier + 1 ? 1 : 0;

    private static int Levels(ShiftRange shifts) => RegisterWidths.Bits(shifts.Maximum - shifts.Minimum + 1);

    private static int Range(ShiftRange shifts) => shifts.Maximum - shifts.Minimum + 1;

    private static int Shifted(EngineStructure engine) =>
        engine.Parameters.Widths.EpilogueSumBits - engine.Parameters.Widths.Shifts.Minimum;

    private static int ResidualProduct(EngineStructure engine) => engine.Element + 1 + engine.NarrowBits;

    private static int Bits(int count)
    {
        var bits = 0;
        while (1 << bits < count)
            bits++;
        return bits;
    }
}

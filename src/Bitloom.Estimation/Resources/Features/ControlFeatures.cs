namespace Bitloom.Estimation;

/// <summary>What the sizes of the sequencer, the drain's control, the streams and the loader follow from.</summary>
internal static class ControlFeatures
{
    private static readonly string[] Drained =
    [
        "groups", "constant_shared", "residual", "residual_unsigned", "residual_bank", "k", "s", "minimum", "maximum",
        "d_bank", "d_layout", "d_key_stride", "maxima", "lookup", "function_base", "causal",
    ];

    public static IEnumerable<EngineFeature> All { get; } =
    [
        .. Sequencer(), .. DrainControl(), .. Streams(), .. Loader(),
    ];

    private static IEnumerable<EngineFeature> Sequencer()
    {
        const EnginePart part = EnginePart.Sequencer;
        yield return new(part, "one", _ => 1);
        yield return new(part, "instruction bits", engine => engine.VaryingOfAll);
        yield return new(part, "count bits", engine => engine.Count, CellKind.Carry);
        yield return new(part, "program address bits", engine => engine.ProgramAddress);
        yield return new(part, "address bits", Addresses);
        yield return new(part, "residual address bits", engine => engine.HasResiduals ? engine.AAddress : 0);
        yield return new(part, "causal count bits", engine => engine.IsCausal ? engine.Count : 0, CellKind.Carry);
        yield return new(
            part, "rows and columns", engine => engine.Varying("row_tiles", "column_tiles"), CellKind.Carry);
    }

    // a_row, a_now; b_tile, b_now; d_row, d_tile; constant_tile.
    private static double Addresses(EngineStructure engine) =>
        2 * engine.AAddress + 2 * engine.BAddress + 2 * engine.DestinationAddress + engine.EpilogueAddress;

    private static IEnumerable<EngineFeature> DrainControl()
    {
        const EnginePart part = EnginePart.DrainControl;
        yield return new(part, "one", _ => 1);
        yield return new(part, "drain bits", engine => engine.Varying(Drained));
        yield return new(part, "count bits", engine => engine.Count);
        yield return new(part, "address bits", engine => engine.EpilogueAddress + 2 * engine.DestinationAddress);
        yield return new(part, "residual address bits", engine => engine.HasResiduals ? engine.AAddress : 0);
        yield return new(part, "causal count bits", engine => engine.IsCausal ? engine.Count : 0);
    }

    private static IEnumerable<EngineFeature> Streams()
    {
        const EnginePart part = EnginePart.Streams;
        yield return new(part, "one", _ => 1);
        yield return new(part, "count bits", engine => engine.Count);
        yield return new(part, "rows", engine => engine.T);
        yield return new(part, "element bits", engine => engine.Element);
        // The word is what the array's operands are registered as, where they are.
        yield return new(part, "words of their own", engine => (engine.T - engine.OperandRows) * engine.Element);
        yield return new(part, "word select", engine => engine.Element * engine.Mux(engine.T));
        yield return new(part, "word bits", engine => engine.Element * engine.T);
        yield return new(part, "input address bits", engine => engine.InputAddress);
        yield return new(part, "address bits", engine => engine.AAddress);
        yield return new(part, "load count bits", engine => engine.LoadPort ? engine.Count : 0);
    }

    private static IEnumerable<EngineFeature> Loader()
    {
        const EnginePart part = EnginePart.Loader;
        yield return new(part, "load port", engine => engine.LoadPort ? 1 : 0);
        yield return new(part, "load bits", engine => engine.LoadPort ? engine.LoadBits : 0);
        yield return new(part, "address bits", engine => engine.LoadPort ? engine.Parameters.AddressBits : 0);
        yield return new(part, "count bits", engine => engine.LoadPort ? engine.Count : 0);
    }
}

using System.Numerics;

namespace Bitloom.Estimation;

/// <summary>The addresses that the sequencer counts: each needs what the next one that takes it needs.</summary>
internal readonly record struct SequencerAddresses(
    int Now, int Row, int Tile, int DestinationTile, int DestinationRow, int ResidualTile, int ResidualRow, int Constant,
    int ResidualShift, int FunctionBase, int Exponential, int ResidualLowest)
{
    /// <summary>Those of an engine.</summary>
    public static SequencerAddresses Of(EngineStructure engine, RegisterWidths widths)
    {
        var bits = engine.ProgramBits;
        var columns = BitOperations.TrailingZeroCount(engine.G);
        var now = widths.Counter(engine.AAddress);
        var tile = Math.Max(widths.Counter(engine.BAddress), widths.Counter(engine.BAddress, bits.Lowest("b_stride")));
        var destination = widths.Counter(Math.Max(widths.Word, widths.Key), bits.Lowest("d_column_stride"));
        var residual = engine.HasResiduals ? widths.Counter(widths.Residual, columns) : 0;
        return new(
            now, widths.Counter(now, bits.Lowest("a_stride")), tile, destination,
            Math.Max(destination, widths.Counter(destination, bits.Lowest("d_row_stride"))), residual,
            engine.HasResiduals ? Math.Max(residual, widths.Counter(residual, bits.Lowest("residual_stride"))) : 0,
            widths.Counter(widths.Constant, columns), widths.ResidualShiftBits, widths.FunctionBaseBits,
            engine.ExponentialAddress, Math.Min(bits.Lowest("residual_base"), bits.Lowest("residual_stride")));
    }

    /// <summary>Bits of all of them.</summary>
    public int Sum => Now + Row + 2 * Tile + DestinationTile + DestinationRow + ResidualTile
        + Math.Max(0, ResidualRow - ResidualLowest) + Constant;

    /// <summary>Bits of a field of the instruction that are read.</summary>
    public int Read(string field) => field switch
    {
        "a_base" => Now,
        "a_stride" => Row,
        "b_base" or "b_stride" => Tile,
        "d_base" or "d_row_stride" => DestinationRow,
        "d_column_stride" or "d_key_stride" => DestinationTile,
        "residual_base" or "residual_stride" => ResidualRow,
        "constant_base" => Math.Max(Constant, Exponential),
        "k" => ResidualShift,
        "function_base" => FunctionBase,
        _ => int.MaxValue,
    };
}

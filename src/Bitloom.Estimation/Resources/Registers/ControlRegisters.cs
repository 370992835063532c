using System.Numerics;

namespace Bitloom.Estimation;

/// <summary>Registers of what walks the program and its tiles: sequencer, drain control, slots, write back.</summary>
internal static class ControlRegisters
{
    // Of the state, and of the start of the output.
    private const int SequencerStates = 3;
    private const int Stages = 6;

    // first, valid, five of the delays of the last step, two of those of the softmax, the operands' banks.
    private const int OperandFlags = 11;

    // What is loaded with an instruction and kept nowhere else.
    private static readonly string[] NotKept = ["delay", "residual_base", "d_base"];

    // Their register has the name of the part that reads it.
    private static readonly string[] ReadElsewhere =
    [
        "constant_shared", "residual", "residual_unsigned", "maxima", "lookup", "causal", "a_unsigned", "b_bank",
    ];

    /// <summary>Bits of the instruction, addresses and counters of sequencer.vhd.</summary>
    public static int Sequencer(EngineStructure engine, RegisterWidths widths)
    {
        var addresses = SequencerAddresses.Of(engine, widths);
        HashSet<int> instruction = [];
        foreach (var field in Bitloom.Engine.InstructionLayout.Fields)
        {
            if (!NotKept.Contains(field.Name) && (engine.HasResiduals || !field.Name.StartsWith("residual", StringComparison.Ordinal)))
                engine.ProgramBits.AddTo(instruction, field.Name, addresses.Read(field.Name));
        }

        var elsewhere = ReadElsewhere.Sum(engine.ProgramBits.Flag);
        return instruction.Count - elsewhere + 4 * engine.Count + widths.FirstKey + addresses.Sum
            + engine.ProgramAddress + SequencerStates;
    }

    /// <summary>The pending and the active tile of drain_control.vhd, and its counters.</summary>
    public static int DrainControl(EngineStructure engine, RegisterWidths widths)
    {
        var bits = engine.ProgramBits;
        var tile = widths.Columns + widths.Rows + bits.Distinct("groups") + bits.Distinct("residual_bank")
            + widths.ResidualShift + widths.ShiftOfFirst + widths.Bounds + bits.Distinct("d_bank") + bits.Distinct("d_layout")
            + bits.Distinct("d_key_stride", widths.Key) + widths.FirstKey + widths.FunctionBase
            + 1 + Count(engine.HasSoftmax, engine.HasNorms, engine.HasResiduals)
            + bits.Flag("constant_shared") + bits.Flag("residual_unsigned") + bits.Flag("maxima")
            + bits.Flag("causal") + bits.Flag("lookup");
        var pending = tile + widths.Constant + widths.Residual + Math.Max(widths.Word, widths.Key);
        var counters = 3 * engine.Count + KeyCounter(engine, widths)
            + widths.Constant + widths.Residual + widths.Word + widths.Key + 1;
        return pending + tile + widths.Written + counters;
    }

    /// <summary>The slots of datapath.vhd, each field up to its last reader, and the word of the B bank.</summary>
    public static int Datapath(EngineStructure engine, RegisterWidths widths)
    {
        var bits = engine.ProgramBits;
        var all = 2 * engine.Count + widths.KeyIndex + bits.Distinct("d_bank") + bits.Distinct("d_layout")
            + widths.Written + widths.Rows + widths.Ahead;
        return Stages * all + (Stages - LaneStages - MaximaStages) * widths.Flags
            + 5 * widths.Bounds + 4 * widths.ResidualShift + widths.ShiftOfFirst + 4 * widths.ShiftOfOthers
            + (engine.HasFunctions ? 5 * bits.Distinct("function_base", engine.FunctionAddress) : 0)
            - (LaneStages - 2 + MaximaStages) * RegisterWidths.Bits(engine.Groups)
            + engine.G * engine.Element + OperandFlags + bits.Flag("a_unsigned");
    }

    /// <summary>Stages of a slot whose flags have the lanes' names.</summary>
    public const int LaneStages = 3;

    /// <summary>Stages of a slot whose flags have the names of row_maxima.vhd.</summary>
    public const int MaximaStages = 1;

    /// <summary>The words that write_back.vhd gathers, and where they go.</summary>
    public static int WriteBack(EngineStructure engine, RegisterWidths widths)
    {
        var bits = engine.ProgramBits;
        return engine.T * engine.Element * (1 + engine.G) + engine.DestinationAddress
            + bits.Distinct("d_bank") + bits.Distinct("d_layout") + 2
            + engine.Count + widths.Rows + widths.Counter(engine.BankBAddress);
    }

    private static int KeyCounter(EngineStructure engine, RegisterWidths widths) =>
        Math.Min(engine.Count, widths.Counter(widths.KeyIndex));

    private static int Count(params ReadOnlySpan<bool> flags)
    {
        var count = 0;
        foreach (var flag in flags)
            count += flag ? 1 : 0;
        return count;
    }
}

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

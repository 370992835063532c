using Bitloom.Engine;

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
        foreach (var field in InstructionLayout.Fields)
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

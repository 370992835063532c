using System.Collections.Immutable;
using System.Numerics;
using Bitloom.Diagnostics;
using static Bitloom.Engine.FieldWidth;

namespace Bitloom.Engine;

/// <summary>The instruction word of docs/engine.md: the fields from the low bit up.</summary>
public static class InstructionLayout
{
    private static readonly ImmutableArray<EngineMemory> OperandBanks =
        [EngineMemory.Bank0, EngineMemory.Bank1, EngineMemory.Input, EngineMemory.Constant];

    private static readonly ImmutableArray<EngineMemory> BBanks = [EngineMemory.Weight, EngineMemory.BankB];

    private static readonly ImmutableArray<EngineMemory> DestinationBanks =
        [EngineMemory.Bank0, EngineMemory.Bank1, EngineMemory.BankB];

    /// <summary>All fields, the lowest first.</summary>
    public static ImmutableArray<InstructionField> Fields { get; } =
    [
        new("opcode", FieldWidth.Opcode, i => (int)i.Opcode, (i, v) => i with { Opcode = (Engine.Opcode)v }),
        new("delay", Count, i => i.Delay, (i, v) => i with { Delay = v }),
        new("a_bank", Choice, i => OperandBanks.IndexOf(i.ABank), (i, v) => i with { ABank = OperandBanks[v] }),
        new("a_unsigned", Flag, i => Bit(i.AUnsigned), (i, v) => i with { AUnsigned = v == 1 }),
        new("a_base", Address, i => i.ABase, (i, v) => i with { ABase = v }),
        new("a_stride", Address, i => i.AStride, (i, v) => i with { AStride = v }),
        new("b_bank", Flag, i => BBanks.IndexOf(i.BBank), (i, v) => i with { BBank = BBanks[v] }),
        new("b_base", Address, i => i.BBase, (i, v) => i with { BBase = v }),
        new("b_stride", Address, i => i.BStride, (i, v) => i with { BStride = v }),
        new("steps", Count, i => i.Steps - 1, (i, v) => i with { Steps = v + 1 }),
        new("tile_cycles", Count, i => i.TileCycles - 1, (i, v) => i with { TileCycles = v + 1 }),
        new("row_tiles", Count, i => i.RowTiles - 1, (i, v) => i with { RowTiles = v + 1 }),
        new("column_tiles", Count, i => i.ColumnTiles - 1, (i, v) => i with { ColumnTiles = v + 1 }),
        new("last_columns", Count, i => i.LastColumns - 1, (i, v) => i with { LastColumns = v + 1 }),
        new("last_rows", Count, i => i.LastRows - 1, (i, v) => i with { LastRows = v + 1 }),
        new("groups", Count, i => i.Groups - 1, (i, v) => i with { Groups = v + 1 }),
        new("constant_base", Address, i => i.ConstantBase, (i, v) => i with { ConstantBase = v }),
        new("constant_shared", Flag, i => Bit(i.ConstantShared), (i, v) => i with { ConstantShared = v == 1 }),
        new("residual", Flag, i => Bit(i.Residual), (i, v) => i with { Residual = v == 1 }),
        new("residual_unsigned", Flag, i => Bit(i.ResidualUnsigned), (i, v) => i with { ResidualUnsigned = v == 1 }),
        new("residual_bank", Choice, i => OperandBanks.IndexOf(i.ResidualBank),
            (i, v) => i with { ResidualBank = OperandBanks[v] }),
        new("residual_base", Address, i => i.ResidualBase, (i, v) => i with { ResidualBase = v }),
        new("residual_stride", Address, i => i.ResidualStride, (i, v) => i with { ResidualStride = v }),
        new("k", FieldWidth.Shift, i => i.ResidualShift, (i, v) => i with { ResidualShift = v }),
        new("s", FieldWidth.Shift, i => i.Shift, (i, v) => i with { Shift = v }),
        new("minimum", Bound, i => i.Minimum, (i, v) => i with { Minimum = v }),
        new("maximum", Bound, i => i.Maximum, (i, v) => i with { Maximum = v }),
        new("d_bank", Choice, i => DestinationBanks.IndexOf(i.DestinationBank),
            (i, v) => i with { DestinationBank = DestinationBanks[v] }),
        new("d_layout", Choice, i => (int)i.DestinationLayout, (i, v) => i with { DestinationLayout = (LayoutKind)v }),
        new("d_base", Address, i => i.DestinationBase, (i, v) => i with { DestinationBase = v }),
        new("d_row_stride", Address, i => i.RowStride, (i, v) => i with { RowStride = v }),
        new("d_column_stride", Address, i => i.ColumnStride, (i, v) => i with { ColumnStride = v }),
        new("d_key_stride", Address, i => i.KeyStride, (i, v) => i with { KeyStride = v }),
        new("maxima", Flag, i => Bit(i.Maxima), (i, v) => i with { Maxima = v == 1 }),
        new("lookup", Flag, i => Bit(i.Lookup), (i, v) => i with { Lookup = v == 1 }),
        new("function_base", Address, i => i.FunctionBase, (i, v) => i with { FunctionBase = v }),
        new("centered", Flag, i => Bit(i.Centered), (i, v) => i with { Centered = v == 1 }),
        new("causal", Flag, i => Bit(i.Causal), (i, v) => i with { Causal = v == 1 }),
    ];

    /// <summary>The instruction as bits. A value that does not fit its field is a fault of the compiler.</summary>
    public static BigInteger Encode(Instruction instruction, EngineParameters parameters)
    {
        var word = BigInteger.Zero;
        var position = 0;
        foreach (var field in Fields)
        {
            word |= FieldBits(field, instruction, parameters) << position;
            position += field.Bits(parameters);
        }

        return word;
    }

    /// <summary>The instruction that the bits say.</summary>
    public static Instruction Decode(BigInteger word, EngineParameters parameters)
    {
        var instruction = new Instruction();
        var position = 0;
        foreach (var field in Fields)
        {
            var bits = field.Bits(parameters);
            var raw = (int)LanePacking.Low(word >> position, bits);
            instruction = field.Set(instruction, field.Width == Bound ? SignExtension.Extend(raw, bits) : raw);
            position += bits;
        }

        return instruction;
    }

    private static BigInteger FieldBits(InstructionField field, Instruction instruction, EngineParameters parameters)
    {
        var value = field.Get(instruction);
        var bits = field.Bits(parameters);
        var fits = field.Width == Bound
            ? SignExtension.Extend(value, bits) == value
            : value >= 0 && (long)value >> bits == 0;
        return fits
            ? LanePacking.Low(value, bits)
            : throw new CompilerBugException("InstructionLayout", $"{field.Name} = {value} does not fit {bits} bits");
    }

    private static int Bit(bool value) => value ? 1 : 0;
}

using System.Numerics;
using Bitloom.Engine;

namespace Bitloom.Estimation;

/// <summary>
/// How many bits of the engine's counters, addresses and slots survive synthesis: those that are read and vary. A bit that
/// counts beyond what is read survives only where its carry element is kept for lower ones.
/// </summary>
internal sealed class RegisterWidths
{
    private const int FieldBits = 16;

    private readonly EngineStructure engine;

    public RegisterWidths(EngineStructure engine)
    {
        this.engine = engine;
        var bits = engine.ProgramBits;
        Written = Math.Max(engine.DestinationAddress, Counter(engine.BankBAddress));
        Key = Counter(Counter(Written), bits.Lowest("d_key_stride"));
        Word = Math.Max(Counter(Written), Counter(Key));
        Constant = Counter(engine.EpilogueAddress);
        Residual = engine.HasResiduals ? Counter(engine.AAddress) : 0;
        KeyIndex = Bits(engine.T / engine.G);
        Rows = bits.DistinctOf(engine.T - 1, "last_rows");
        Columns = bits.DistinctOf(engine.G - 1, "last_columns", "steps");
        ResidualShift = engine.HasResiduals ? bits.Distinct("k", ResidualShiftBits) : 0;
        ShiftOfFirst = engine.HasSoftmax || engine.HasNorms ? bits.Distinct("s") : ShiftOfOthers;
        HashSet<int> bounds = [];
        bits.AddTo(bounds, "minimum");
        bits.AddTo(bounds, "maximum");
        Bounds = bounds.Count;
        Flags = 5 + bits.Flag("causal") + bits.Flag("lookup");
        FunctionBase = bits.Distinct("function_base", FunctionBaseBits);
        FirstKey = !engine.IsCausal ? 0
            : engine.CarryBits > 1 ? engine.Count : engine.Count - BitOperations.TrailingZeroCount(engine.G);
        Ahead = !engine.IsCausal ? 0 : engine.LoadPort && engine.CarryBits > 1 ? FieldBits
            : Math.Min(FieldBits, Math.Max(engine.Count, bits.Highest("function_base")) + 1);
    }

    /// <summary>Of a slot's destination.</summary>
    public int Written { get; }

    /// <summary>Of the destination in A layout.</summary>
    public int Word { get; }

    /// <summary>Of the destination in key layout.</summary>
    public int Key { get; }

    /// <summary>Of the address of the epilogue word.</summary>
    public int Constant { get; }

    /// <summary>Of the address of the residual.</summary>
    public int Residual { get; }

    /// <summary>Of the word of a column in key layout.</summary>
    public int KeyIndex { get; }

    /// <summary>Of the number of valid rows.</summary>
    public int Rows { get; }

    /// <summary>Of the number of columns.</summary>
    public int Columns { get; }

    /// <summary>Of k.</summary>
    public int ResidualShift { get; }

    /// <summary>Of s where it is still compared with every shift.</summary>
    public int ShiftOfFirst { get; }

    /// <summary>Of s where it selects the shift.</summary>
    public int ShiftOfOthers => engine.ProgramBits.Distinct("s", Bits(Range(engine.Parameters.Widths.Shifts)));

    /// <summary>Of both bounds together.</summary>
    public int Bounds { get; }

    /// <summary>Single bits of a slot that all stages have.</summary>
    public int Flags { get; }

    /// <summary>Of the first word of a function's table, or the first token.</summary>
    public int FunctionBase { get; }

    /// <summary>Of the key of column 0.</summary>
    public int FirstKey { get; }

    /// <summary>Of the key less the token.</summary>
    public int Ahead { get; }

    /// <summary>Bits of k that select the shift.</summary>
    public int ResidualShiftBits => Bits(Range(engine.Parameters.Widths.ResidualShifts));

    /// <summary>Bits of the field function_base that are read.</summary>
    public int FunctionBaseBits => engine.IsCausal ? engine.Parameters.AddressBits : engine.FunctionAddress;

    /// <summary>
    /// Bits of a counter of which so many are read: whole carry elements from the lowest bit that is added.
    /// </summary>
    public int Counter(int read, int lowest = 0)
    {
        var carry = engine.CarryBits;
        return read <= lowest
            ? read
            : Math.Min(engine.Parameters.AddressBits, lowest + (read - lowest + carry - 1) / carry * carry);
    }

    /// <summary>Bits that tell so many apart.</summary>
    public static int Bits(int count) => count <= 1 ? 0 : 32 - BitOperations.LeadingZeroCount((uint)count - 1);

    private static int Range(ShiftRange shifts) => shifts.Maximum - shifts.Minimum + 1;
}

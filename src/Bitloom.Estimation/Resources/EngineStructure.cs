using System.Collections.Immutable;
using System.Numerics;
using Bitloom.Engine;

namespace Bitloom.Estimation;

/// <summary>
/// What of an engine, its memories and its program decides about the cells that synthesis makes of it: sizes, and which
/// bits of read-only memories are not the same in every word, as constant bits are propagated into the logic.
/// </summary>
public sealed class EngineStructure
{
    private readonly ImmutableDictionary<string, InstructionBits> fields;

    private EngineStructure(
        EngineProgram program, MemoryPlan memories, MemoryFamily family, bool loadPort,
        ImmutableDictionary<string, InstructionBits> fields)
    {
        (Program, Memories, Family, LoadPort) = (program, memories, family, loadPort);
        this.fields = fields;
        Parts = [.. memories.Layouts.SelectMany(layout => MemoryContents.Of(program, layout, loadPort))];
        Cells = ArrayCells.Of(program.Parameters);
        Tables = Nodes(program, memories, family, loadPort);
        ProgramBits = ProgramBits.Of(program, memories, loadPort);
        HasSoftmax = loadPort || program.Instructions.Any(each => each.Fields.Opcode == Opcode.Softmax);
        IsCentered = HasNorms && (loadPort || program.Instructions.Any(each => each.Fields.Centered));
        Registers = RegisterCounts.Of(this);
    }

    /// <summary>The structure of a compiled program on its engine.</summary>
    public static EngineStructure Of(EngineProgram program, MemoryPlan memories, MemoryFamily family, bool loadPort)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(memories);
        ArgumentNullException.ThrowIfNull(family);
        return new(program, memories, family, loadPort, Fields(program, loadPort));
    }

    /// <summary>The program.</summary>
    public EngineProgram Program { get; }

    /// <summary>Its memories.</summary>
    public MemoryPlan Memories { get; }

    /// <summary>What they are built of.</summary>
    public MemoryFamily Family { get; }

    /// <summary>Whether programs can be loaded at run time.</summary>
    public bool LoadPort { get; }

    /// <summary>The parts of the memories, with the bits of each that vary.</summary>
    public ImmutableArray<MemoryContents> Parts { get; }

    /// <summary>Rows and columns of the array by what their cells are made of.</summary>
    internal ArrayCells Cells { get; }

    /// <summary>What tables of logic are made of, by memory.</summary>
    internal ImmutableDictionary<EngineMemory, TableNodes> Tables { get; }

    /// <summary>The bits of the instruction.</summary>
    internal ProgramBits ProgramBits { get; }

    /// <summary>Flip-flops of each part, counted.</summary>
    internal ImmutableArray<int> Registers { get; }

    /// <summary>Whether any normalization takes the mean away.</summary>
    internal bool IsCentered { get; }

    /// <summary>Whether there is a softmax.</summary>
    internal bool HasSoftmax { get; }

    /// <summary>Whether LUTs have six inputs, carry elements four bits, and multipliers take in registers as a DSP48E1 does.</summary>
    internal bool IsSevenSeries => Family.LutWords == 64;

    /// <summary>Bits of a carry element.</summary>
    internal int CarryBits => IsSevenSeries ? 4 : 1;

    /// <summary>The engine's parameters.</summary>
    public EngineParameters Parameters => Program.Parameters;

    /// <summary>T.</summary>
    internal int T => Parameters.Shape.T;

    /// <summary>G.</summary>
    internal int G => Parameters.Shape.G;

    /// <summary>R.</summary>
    internal int R => Parameters.Shape.R;

    /// <summary>Rows that share a lane.</summary>
    internal int Groups => T / R;

    /// <summary>AW.</summary>
    internal int Element => Parameters.Widths.ActivationBits;

    /// <summary>CB.</summary>
    internal int Count => Parameters.CountBits;

    /// <summary>BW.</summary>
    internal int Operand => Parameters.Widths.OperandBits;

    /// <summary>ACC.</summary>
    internal int Accumulator => Parameters.Widths.AccumulatorBits;

    /// <summary>NW.</summary>
    internal int NarrowBits => Parameters.Widths.ResidualMultiplierBits;

    /// <summary>Widths of the softmax.</summary>
    internal SoftmaxParameters Softmax => Parameters.Widths.Softmax;

    /// <summary>Widths of the normalizer.</summary>
    internal NormParameters Norm => Parameters.Widths.Norm;

    /// <summary>The family's multiplier.</summary>
    internal MultiplierSize Multiplier => IsSevenSeries ? MultiplierSize.Dsp48 : MultiplierSize.Mac16;

    /// <summary>Bits of the loader's shift register: those of the widest word, in bytes.</summary>
    internal int LoadBits => 8 * ((Parts.Where(each => each.IsWritten && each.Memory is EngineMemory.Program
        or EngineMemory.Weight or EngineMemory.Epilogue or EngineMemory.Constant)
        .Select(each => Parameters.WordBits(each.Memory)).DefaultIfEmpty(0).Max() + 7) / 8);

    /// <summary>Rows of the array whose operand is registered in flip-flops, not in multipliers.</summary>
    internal int OperandRows => Cells.LutRows + Cells.SingleRows
        + (Parameters.Multipliers.Kind == PairKind.Inside ? Cells.PairRows : 0);

    /// <summary>Bits of an address of the program.</summary>
    internal int ProgramAddress => Address(EngineMemory.Program);

    /// <summary>Bits of an address of the input bank.</summary>
    internal int InputAddress => Address(EngineMemory.Input);

    /// <summary>Bits of an address of the exponential tables.</summary>
    internal int ExponentialAddress => Address(EngineMemory.Exponential);

    /// <summary>Bits of an address of what the A operand is read from.</summary>
    internal int AAddress => Address(EngineMemory.Bank0, EngineMemory.Bank1, EngineMemory.Input, EngineMemory.Constant);

    /// <summary>Bits of an address of what the B operand is read from.</summary>
    internal int BAddress => Address(EngineMemory.Weight, EngineMemory.BankB);

    /// <summary>Bits of an address of what results are written to.</summary>
    internal int DestinationAddress => Address(EngineMemory.Bank0, EngineMemory.Bank1, EngineMemory.BankB);

    /// <summary>Bits of an address of the B bank.</summary>
    internal int BankBAddress => Address(EngineMemory.BankB);

    /// <summary>Bits of an address of what scores are read from.</summary>
    internal int ScoreAddress => Address(EngineMemory.Bank0, EngineMemory.Bank1);

    /// <summary>Bits of an address of the epilogue memory.</summary>
    internal int EpilogueAddress => Address(EngineMemory.Epilogue);

    /// <summary>Bits of an address of the tables of functions; 0 without.</summary>
    internal int FunctionAddress => HasFunctions ? Address(EngineMemory.Function) : 0;

    /// <summary>Bits of a lane's wide operand: a sum, a shifted reciprocal or a root.</summary>
    internal int WideOperand => Math.Max(
        Math.Max(Accumulator, Softmax.QuotientBits + Softmax.PreShift + 1), HasNorms ? Norm.RootBits + 1 : 0);

    /// <summary>Bits of a lane's narrow operand: a multiplier, an exponential or a deviation.</summary>
    internal int NarrowOperand => Math.Max(
        Math.Max(Parameters.Widths.MultiplierBits, Softmax.ExponentialBits + 1), HasNorms ? Norm.DeviationBits : 0);

    /// <summary>Whether there are residuals at all.</summary>
    internal bool HasResiduals => Varying("residual") > 0;

    /// <summary>Banks that A operands and outputs are read from.</summary>
    internal int Sources => LoadPort ? 4 : Program.Instructions
        .Where(each => each.Fields.Opcode is not (Opcode.Softmax or Opcode.Probabilities))
        .Select(each => each.Fields.ABank).Distinct().Count();

    /// <summary>Banks that residuals are read from.</summary>
    internal int ResidualSources => LoadPort ? 4 : Program.Instructions
        .Where(each => each.Fields.Residual)
        .Select(each => each.Fields.ResidualBank).Distinct().Count();

    /// <summary>Banks that scores are read from.</summary>
    internal int ScoreSources => LoadPort ? 2 : Program.Instructions
        .Where(each => each.Fields.Opcode is Opcode.Softmax)
        .Select(each => each.Fields.ABank).Distinct().Count();

    /// <summary>Whether there are causal softmaxes.</summary>
    internal bool IsCausal => Varying("causal") > 0;

    /// <summary>Whether there are tables of functions.</summary>
    internal bool HasFunctions => Parameters.Depths.Function > 2;

    /// <summary>Whether there are normalizations.</summary>
    internal bool HasNorms => Parameters.Widths.Norm.Features > 0;

    /// <summary>Bits of a field of the instruction that are not the same in every instruction.</summary>
    internal int Varying(string name, int lowBits = int.MaxValue) => fields[name].Varying(lowBits);

    /// <summary>The same of several fields.</summary>
    internal int Varying(params ReadOnlySpan<string> names)
    {
        var sum = 0;
        foreach (var name in names)
            sum += Varying(name);
        return sum;
    }

    /// <summary>The same of all fields.</summary>
    internal int VaryingOfAll => fields.Values.Sum(bits => bits.Varying(int.MaxValue));

    /// <summary>LUTs, a bit, that select one of <paramref name="choices"/> words.</summary>
    internal double Mux(int choices) => IsSevenSeries
        ? choices <= 1 ? 0 : (choices + 3) / 4
        : choices - 1;

    /// <summary>Bits of an address of the deepest of the memories.</summary>
    private int Address(params ReadOnlySpan<EngineMemory> memories)
    {
        var depth = 2;
        foreach (var memory in memories)
            depth = Math.Max(depth, Parameters.Depths[memory]);
        return 32 - BitOperations.LeadingZeroCount((uint)depth - 1);
    }

    private static ImmutableDictionary<EngineMemory, TableNodes> Nodes(
        EngineProgram program, MemoryPlan memories, MemoryFamily family, bool loadPort)
    {
        if (loadPort)
            return ImmutableDictionary<EngineMemory, TableNodes>.Empty;
        var inputs = family.LutWords == 64 ? 6 : 4;
        return program.Images.All
            .Join(memories.Layouts, image => image.Memory, layout => layout.Memory, (image, layout) => (image, layout))
            .ToImmutableDictionary(each => each.image.Memory, each => TableNodes.Of(each.image, each.layout, inputs));
    }

    private static ImmutableDictionary<string, InstructionBits> Fields(EngineProgram program, bool loadPort)
    {
        var result = ImmutableDictionary.CreateBuilder<string, InstructionBits>(StringComparer.Ordinal);
        var varying = ContentsBits.Varying(program.Images.Program.Words);
        var position = 0;
        foreach (var field in InstructionLayout.Fields)
        {
            var bits = field.Bits(program.Parameters);
            var all = (BigInteger.One << bits) - 1;
            result.Add(field.Name, new(loadPort ? all : varying >> position & all));
            position += bits;
        }

        return result.ToImmutable();
    }
}

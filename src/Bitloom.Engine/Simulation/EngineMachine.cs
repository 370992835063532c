using System.Numerics;

namespace Bitloom.Engine;

/// <summary>
/// The memories of the engine and its registers that outlive an instruction. Elements are kept as raw bits; what an
/// operand means is decided where it is read.
/// </summary>
internal sealed class EngineMachine
{
    private readonly Dictionary<EngineMemory, VersionedMemory> written;
    private readonly Dictionary<EngineMemory, int[][]> lanes;
    private readonly BigInteger[] epilogue;
    private readonly int[] exponentials;
    private readonly int[] functions;
    private readonly IEngineObserver? observer;

    public EngineMachine(EngineParameters parameters, MemoryImages images, IEngineObserver? observer)
    {
        Parameters = parameters;
        this.observer = observer;
        var (shape, depths, widths) = (parameters.Shape, parameters.Depths, parameters.Widths);
        written = new()
        {
            [EngineMemory.Bank0] = new(EngineMemory.Bank0, depths.Bank0, shape.T),
            [EngineMemory.Bank1] = new(EngineMemory.Bank1, depths.Bank1, shape.T),
            [EngineMemory.Input] = new(EngineMemory.Input, depths.Input, shape.T),
            [EngineMemory.BankB] = new(EngineMemory.BankB, depths.BankB, shape.G),
            [EngineMemory.Softmax] = new(EngineMemory.Softmax, SoftmaxRegister.Count, shape.T),
        };
        lanes = new()
        {
            [EngineMemory.Constant] = Unpack(images.Constant, shape.T, widths.ActivationBits),
            [EngineMemory.Weight] =
            [
                .. images.Weight.Words.Select((word, address) => parameters.Weights.Unpack(word, address, shape.G)),
            ],
        };
        epilogue = [.. images.Epilogue.Words];
        exponentials = [.. images.Exponential.Words.Select(word => (int)word)];
        functions = [.. images.Function.Words.Select(word => (int)word)];
        Maxima = new int[shape.T];
        (Gather, KeyGather) = (new int[shape.T], new int[shape.G]);
        Transpose = [.. Enumerable.Range(0, shape.T).Select(_ => new int[shape.G])];
    }

    public EngineParameters Parameters { get; }

    public int ElementBits => Parameters.Widths.ActivationBits;

    /// <summary>Bits of an element of a memory of tensors.</summary>
    public int BitsOf(EngineMemory memory) =>
        memory == EngineMemory.Weight ? Parameters.Weights.ElementBits : ElementBits;

    /// <summary>The word completed for an activation bank; lanes keep what was last drained into them.</summary>
    public int[] Gather { get; }

    /// <summary>The key word that is completed.</summary>
    public int[] KeyGather { get; }

    /// <summary>The greatest score of each row, as numbers.</summary>
    public int[] Maxima { get; }

    /// <summary>The tile whose probabilities are to be written; null before the first.</summary>
    public SoftmaxTile? SoftmaxTile { get; set; }

    /// <summary>The tile that is transposed.</summary>
    public int[][] Transpose { get; }

    /// <summary>Index of the instruction in execution.</summary>
    public int Instruction { get; set; }

    /// <summary>Fills all that is written during an inference with arbitrary bits.</summary>
    public void Litter(Random random)
    {
        foreach (var (memory, bank) in written.Where(entry => entry.Key != EngineMemory.Softmax))
        {
            for (var address = 0; address < Parameters.Depths[memory]; address++)
                bank.Write(address, long.MinValue + 1, instruction: -1, Arbitrary(random, bank.Lanes));
        }

        foreach (var register in Transpose.Append(Gather).Append(KeyGather))
            Arbitrary(random, register.Length).CopyTo(register, 0);
    }

    /// <summary>The raw lanes that a read in a cycle returns.</summary>
    public int[] Read(EngineMemory memory, int address, long cycle)
    {
        observer?.Read(memory, address, cycle, Instruction);
        return written.TryGetValue(memory, out var bank) ? bank.Read(address, cycle) : lanes[memory][address];
    }

    /// <summary>Presents a word of raw lanes.</summary>
    public void Write(EngineMemory memory, int address, long cycle, ReadOnlySpan<int> word)
    {
        observer?.Write(memory, address, cycle, Instruction);
        written[memory].Write(address, cycle, Instruction, word);
    }

    /// <summary>Tells that a tile drains.</summary>
    public void Drain(long accept, long first, long end) => observer?.Drain(accept, first, end, Instruction);

    /// <summary>The multipliers and the offset of a channel.</summary>
    public EpilogueConstants Constants(int address)
    {
        var (word, widths) = (epilogue[address], Parameters.Widths);
        var m = (int)LanePacking.Low(word, widths.MultiplierBits);
        var n = (int)LanePacking.Low(word >> widths.MultiplierBits, widths.ResidualMultiplierBits);
        var b = (long)(word >> (widths.MultiplierBits + widths.ResidualMultiplierBits));
        return new(
            SignExtension.Extend(m, widths.MultiplierBits),
            SignExtension.Extend(n, widths.ResidualMultiplierBits),
            SignExtension.Extend(b, widths.OffsetBits));
    }

    /// <summary>
    /// A word of the softmax tables. Only rows without a valid value, or a faulty schedule, can point beyond them.
    /// </summary>
    public int Exponential(int address, long cycle)
    {
        observer?.Read(EngineMemory.Exponential, address, cycle, Instruction);
        return address >= 0 && address < exponentials.Length ? exponentials[address] : 0;
    }

    /// <summary>The value of a function's table at the low bits of an element.</summary>
    public int Function(int start, int element) => functions[start | element];

    /// <summary>What a word holds after an instruction, whenever the hardware has it.</summary>
    public int[] WordAfter(EngineMemory memory, int address, int instruction) =>
        written.TryGetValue(memory, out var bank) ? bank.ReadAfter(address, instruction) : lanes[memory][address];

    /// <summary>An element as a number.</summary>
    public int Extend(int raw, bool unsigned) => unsigned ? raw : SignExtension.Extend(raw, ElementBits);

    private int[] Arbitrary(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => random.Next(1 << ElementBits))];

    private static int[][] Unpack(MemoryImage image, int count, int bits) =>
        [.. image.Words.Select(word => LanePacking.Unpack(word, count, bits))];
}

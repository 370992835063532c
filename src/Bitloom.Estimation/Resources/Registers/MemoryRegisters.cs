using Bitloom.Engine;

namespace Bitloom.Estimation;

/// <summary>Registers around the memories, of the streams and of the loader.</summary>
internal static class MemoryRegisters
{
    // The bank that each of the three words came from.
    private const int SourceBits = 6;

    // done, begun; the state of the output.
    private const int StreamFlags = 5;

    /// <summary>Words that are read from LUTs, and what a block that gives nothing while it is written needs.</summary>
    public static int Banks(EngineStructure engine)
    {
        var words = Sum(engine, IsBank, each => IsDistributed(each) ? each.StoredBits : 0);
        if (engine.IsSevenSeries)
            return engine.T + SourceBits + words;
        // A written word twice, so that it can be read in its place, with its address and enable, and which one is read.
        var blocks = Sum(engine, IsBank, each => IsDistributed(each) ? 0 : 1);
        return engine.T + SourceBits + words + 2 * blocks
            + 2 * engine.Element * (engine.T + engine.G + 1)
            + engine.DestinationAddress + engine.BankBAddress + engine.InputAddress;
    }

    /// <summary>The words of all parts, a cycle later, those of tables twice; which part, and which planes.</summary>
    public static int Weights(EngineStructure engine)
    {
        var bits = Sum(engine, IsWeight, each => each.StoredBits + (IsDistributed(each) ? each.TableBits : 0));
        var emulated = engine.LoadPort && !engine.IsSevenSeries ? engine.Parameters.AddressBits : 0;
        return bits + 2 * Firsts(engine, EngineMemory.Weight) + 2 * (engine.Parameters.Weights.Planes.Length - 1) + emulated;
    }

    /// <summary>Words that are read from LUTs; which part; what loaded blocks need.</summary>
    public static int Model(EngineStructure engine, RegisterWidths widths)
    {
        var bits = Sum(
            engine, each => !IsBank(each) && !IsWeight(each) && each.Memory != EngineMemory.Function,
            each => IsDistributed(each) ? each.TableBits : 0);
        foreach (var memory in (ReadOnlySpan<EngineMemory>)
            [EngineMemory.Program, EngineMemory.Epilogue, EngineMemory.Exponential, EngineMemory.Constant])
        {
            bits += Firsts(engine, memory);
        }

        if (!engine.LoadPort)
            return bits;
        var (all, read) = InstructionBits(engine, widths);
        if (!engine.IsSevenSeries)
            return bits + engine.LoadBits + read;
        var inLuts = engine.Parts.Any(each => each.Memory == EngineMemory.Program && IsDistributed(each));
        return inLuts ? bits - all + read : bits;
    }

    /// <summary>Words of tables of functions.</summary>
    public static int FunctionTables(EngineStructure engine) => engine.HasFunctions
        ? Sum(engine, each => each.Memory == EngineMemory.Function, each => IsDistributed(each) ? each.TableBits : 0)
        : 0;

    /// <summary>stream_input.vhd and stream_output.vhd; the array's operands serve as the word that is streamed.</summary>
    public static int Streams(EngineStructure engine, RegisterWidths widths)
    {
        var beside = engine.IsSevenSeries
            && engine.Parameters.Multipliers is { Kind: PairKind.Outside, Pairs: > 0 };
        var own = beside ? engine.T : engine.T - engine.OperandRows;
        return 3 * engine.InputAddress + 2 * engine.Element + 6 * engine.Count + StreamFlags
            + own * engine.Element + 2 * widths.Counter(engine.AAddress);
    }

    /// <summary>loader.vhd.</summary>
    public static int Loader(EngineStructure engine) =>
        engine.LoadPort ? engine.LoadBits + engine.Parameters.AddressBits + 2 * engine.Count : 0;

    private static (int All, int Read) InstructionBits(EngineStructure engine, RegisterWidths widths)
    {
        var addresses = SequencerAddresses.Of(engine, widths);
        var (all, read) = (0, 0);
        foreach (var field in InstructionLayout.Fields)
        {
            var bits = engine.ProgramBits.Bits(field.Name);
            (all, read) = (all + bits, read + Math.Min(bits, addresses.Read(field.Name)));
        }

        return (all, read);
    }

    // Words at which parts of a memory begin; 0 where all begin at the first.
    private static int Firsts(EngineStructure engine, EngineMemory memory)
    {
        HashSet<int> firsts = [];
        foreach (var each in engine.Parts)
        {
            if (each.Memory == memory)
                firsts.Add(each.Part.First);
        }

        return firsts.Count > 1 ? firsts.Count : 0;
    }

    private static bool IsDistributed(MemoryContents each) => each.Part.Kind == MemoryKind.Distributed;

    private static bool IsWeight(MemoryContents each) => each.Memory == EngineMemory.Weight;

    private static bool IsBank(MemoryContents each) => each.Memory
        is EngineMemory.Bank0 or EngineMemory.Bank1 or EngineMemory.Input or EngineMemory.BankB;

    private static int Sum(EngineStructure engine, Func<MemoryContents, bool> isMeant, Func<MemoryContents, int> value)
    {
        var sum = 0;
        foreach (var each in engine.Parts)
            sum += isMeant(each) ? each.Copies * value(each) : 0;
        return sum;
    }
}

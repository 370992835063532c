using System.Collections.Immutable;

namespace Bitloom.Engine;

/// <summary>
/// Gives every instruction the least delay with which no read is too early, no write destroys what is still to be read,
/// no read port is used twice in a cycle and no drain starts before the one before it has ended.
/// </summary>
internal sealed class StaticScheduler(EngineShape shape, EngineWidths widths)
{
    private readonly Dictionary<EngineMemory, MemoryTimes> memories = [];
    private long cursor;
    private long drainFree;
    private long lastWrite = -1;

    /// <summary>The program with its delays.</summary>
    public static ImmutableArray<ProgramInstruction> Schedule(
        IEnumerable<ProgramInstruction> program, EngineShape shape, EngineWidths widths)
    {
        var scheduler = new StaticScheduler(shape, widths);
        return [.. program.Select(instruction => instruction with { Fields = scheduler.Delay(instruction.Fields) })];
    }

    private Instruction Delay(Instruction fields)
    {
        if (fields.Opcode is Opcode.Output or Opcode.End)
            return AfterAllWrites(fields);
        var accesses = InstructionAccesses.Of(fields, shape, widths);
        var start = FreePorts(accesses, Earliest(accesses));
        Note(accesses, start);
        var delay = (int)(start - cursor);
        cursor = start + (long)fields.Tiles * fields.TileCycles;
        return fields with { Delay = delay };
    }

    private Instruction AfterAllWrites(Instruction fields)
    {
        var delay = (int)Math.Max(0, lastWrite + 1 - cursor);
        cursor += delay;
        return fields with { Delay = delay };
    }

    private long Earliest(InstructionAccesses accesses)
    {
        var start = Math.Max(cursor, drainFree - accesses.FirstSlot);
        foreach (var read in accesses.Reads)
            start = Math.Max(start, Times(read.Memory).FirstRead(read.Address) - read.Cycle);
        foreach (var write in accesses.Writes)
            start = Math.Max(start, Times(write.Memory).FirstWrite(write.Address) - write.Cycle);
        return start;
    }

    private long FreePorts(InstructionAccesses accesses, long start)
    {
        while (accesses.Reads.Any(read => Times(read.Memory).IsReadIn(start + read.Cycle)))
            start++;
        return start;
    }

    private void Note(InstructionAccesses accesses, long start)
    {
        foreach (var read in accesses.Reads)
            Times(read.Memory).Read(read.Address, start + read.Cycle);
        foreach (var write in accesses.Writes)
        {
            Times(write.Memory).Write(write.Address, start + write.Cycle);
            lastWrite = Math.Max(lastWrite, start + write.Cycle);
        }

        drainFree = start + Math.Max(accesses.SlotsEnd, accesses.LastTileSlot + PipelineLatencies.CaptureInterval);
    }

    private MemoryTimes Times(EngineMemory memory)
    {
        if (!memories.TryGetValue(memory, out var times))
            memories.Add(memory, times = new());
        return times;
    }
}

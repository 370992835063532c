using System.Collections.Immutable;

namespace Bitloom.Engine;

/// <summary>
/// Gives every instruction the least delay with which no read is too early, no write destroys what is still to be read,
/// no read port and no drain is used twice in a cycle. Instructions begin in the order of the program; what a SOFTMAX
/// begins goes on beside those that follow.
/// </summary>
internal sealed class StaticScheduler(EngineShape shape, EngineWidths widths)
{
    private readonly Dictionary<EngineMemory, MemoryTimes> memories = [];
    private readonly DrainTimes drains = new();
    private long cursor;
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
        var start = Earliest(accesses);
        if (fields.Opcode == Opcode.Norm)
            start = Math.Max(start, drains.End);
        while (!IsFree(accesses, start))
            start++;
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
        var start = cursor;
        foreach (var read in accesses.Reads)
            start = Math.Max(start, Times(read.Memory).FirstRead(read.Address) - read.Cycle);
        foreach (var write in accesses.Writes)
            start = Math.Max(start, Times(write.Memory).FirstWrite(write.Address) - write.Cycle);
        return start;
    }

    private bool IsFree(InstructionAccesses accesses, long start) =>
        accesses.Reads.All(read => read.Memory == EngineMemory.Softmax
            || !Times(read.Memory).IsReadIn(start + read.Cycle))
        && accesses.Drains.All(tile => drains.IsFree(tile.Later(start)));

    private void Note(InstructionAccesses accesses, long start)
    {
        foreach (var read in accesses.Reads)
            Times(read.Memory).Read(read.Address, start + read.Cycle);
        foreach (var write in accesses.Writes)
        {
            Times(write.Memory).Write(write.Address, start + write.Cycle);
            lastWrite = Math.Max(lastWrite, start + write.Cycle);
        }

        foreach (var tile in accesses.Drains)
            drains.Add(tile.Later(start));
    }

    private MemoryTimes Times(EngineMemory memory)
    {
        if (!memories.TryGetValue(memory, out var times))
            memories.Add(memory, times = new());
        return times;
    }
}

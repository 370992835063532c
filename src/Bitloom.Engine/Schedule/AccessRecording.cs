namespace Bitloom.Engine;

/// <summary>A read or write with the instruction whose word it should see (reads) or that makes it (writes).</summary>
internal readonly record struct RecordedAccess(
    EngineMemory Memory, int Address, long Cycle, int Instruction, bool IsWrite, int Version);

/// <summary>The drain of a tile.</summary>
internal readonly record struct RecordedDrain(TileDrain Tile, int Instruction);

/// <summary>Writes down an execution in the order of the program, with the version that each read should see.</summary>
internal sealed class AccessRecording : IEngineObserver
{
    private readonly Dictionary<(EngineMemory, int), int> versions = [];

    /// <summary>No word was ever written there.</summary>
    public const int Never = int.MinValue;

    /// <summary>Accesses of the memories that are written.</summary>
    public List<RecordedAccess> Accesses { get; } = [];

    /// <summary>Drains of tiles, in the order of the program.</summary>
    public List<RecordedDrain> Drains { get; } = [];

    /// <inheritdoc/>
    public void Read(EngineMemory memory, int address, long cycle, int instruction)
    {
        // Read-only memories: weights go with the A operand; a table is read R times in a cycle from R copies.
        if (memory is EngineMemory.Weight or EngineMemory.Exponential)
            return;
        var version = memory == EngineMemory.Constant ? -1 : versions.GetValueOrDefault((memory, address), Never);
        Accesses.Add(new(memory, address, cycle, instruction, IsWrite: false, version));
    }

    /// <inheritdoc/>
    public void Write(EngineMemory memory, int address, long cycle, int instruction)
    {
        versions[(memory, address)] = instruction;
        Accesses.Add(new(memory, address, cycle, instruction, IsWrite: true, instruction));
    }

    /// <inheritdoc/>
    public void Drain(long accept, long first, long end, int instruction) =>
        Drains.Add(new(new(accept, first, end), instruction));
}

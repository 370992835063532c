namespace Bitloom.Engine;

/// <summary>When the words of one memory were last used, and when its read port is.</summary>
internal sealed class MemoryTimes
{
    private readonly Dictionary<int, long> lastWrites = [];
    private readonly Dictionary<int, long> lastReads = [];
    private readonly HashSet<long> readCycles = [];

    /// <summary>The first cycle in which a read of the word sees what was written.</summary>
    public long FirstRead(int address) => lastWrites.GetValueOrDefault(address, -1) + 1;

    /// <summary>The first cycle in which the word may be written.</summary>
    public long FirstWrite(int address) => Math.Max(FirstRead(address), lastReads.GetValueOrDefault(address, -1) + 1);

    /// <summary>True when the read port is used in the cycle.</summary>
    public bool IsReadIn(long cycle) => readCycles.Contains(cycle);

    /// <summary>Notes a read.</summary>
    public void Read(int address, long cycle)
    {
        lastReads[address] = Math.Max(cycle, lastReads.GetValueOrDefault(address, -1));
        readCycles.Add(cycle);
    }

    /// <summary>Notes a write.</summary>
    public void Write(int address, long cycle) =>
        lastWrites[address] = Math.Max(cycle, lastWrites.GetValueOrDefault(address, -1));
}

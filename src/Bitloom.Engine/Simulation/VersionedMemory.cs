using Bitloom.Diagnostics;

namespace Bitloom.Engine;

/// <summary>
/// A synchronous memory with its whole past: a read sees the latest word that was presented in an earlier cycle, as the
/// hardware's would. Starts with zeros.
/// </summary>
internal sealed class VersionedMemory(EngineMemory memory, int depth, int lanes)
{
    private readonly List<Version>[] words = [.. Enumerable.Range(0, depth).Select(_ => new List<Version>())];
    private readonly int[] zeros = new int[lanes];

    /// <summary>Elements of a word.</summary>
    public int Lanes { get; } = lanes;

    /// <summary>What a read in a cycle returns.</summary>
    public int[] Read(int address, long cycle)
    {
        var latest = new Version(long.MinValue, -1, zeros);
        foreach (var version in Versions(address))
        {
            if (version.Cycle < cycle && version.Cycle >= latest.Cycle)
                latest = version;
        }

        return latest.Lanes;
    }

    /// <summary>What the word holds when all instructions up to one have had their effect.</summary>
    public int[] ReadAfter(int address, int instruction) =>
        Versions(address).LastOrDefault(version => version.Instruction <= instruction).Lanes ?? zeros;

    /// <summary>Writes a copy of the lanes.</summary>
    public void Write(int address, long cycle, int instruction, ReadOnlySpan<int> written) =>
        Versions(address).Add(new(cycle, instruction, written.ToArray()));

    private List<Version> Versions(int address) => address >= 0 && address < words.Length
        ? words[address]
        : throw new CompilerBugException("EngineSimulator", $"address {address} of {memory} is beyond {words.Length}");

    private readonly record struct Version(long Cycle, int Instruction, int[] Lanes);
}

namespace Bitloom.Engine;

/// <summary>What an execution does in time, instruction by instruction in the order of the program.</summary>
public interface IEngineObserver
{
    /// <summary>The address of a word read is presented.</summary>
    void Read(EngineMemory memory, int address, long cycle, int instruction);

    /// <summary>A word is presented to a memory.</summary>
    void Write(EngineMemory memory, int address, long cycle, int instruction);

    /// <summary>
    /// A tile's fields wait from <paramref name="accept"/> on for its drain, which takes from <paramref name="first"/>
    /// up to, not including, <paramref name="end"/>.
    /// </summary>
    void Drain(long accept, long first, long end, int instruction);
}

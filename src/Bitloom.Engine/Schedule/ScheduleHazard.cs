namespace Bitloom.Engine;

/// <summary>What a schedule must never do.</summary>
public enum HazardKind
{
    /// <summary>A word is read before what it should hold was written.</summary>
    ReadBeforeWrite,

    /// <summary>A word is read after it was overwritten with something newer.</summary>
    OverwrittenBeforeRead,

    /// <summary>A word is read and written in the same cycle.</summary>
    ReadDuringWrite,

    /// <summary>Two writes reach a word in the wrong order.</summary>
    WriteOrder,

    /// <summary>A read port or a write port is used twice in a cycle.</summary>
    PortTwice,

    /// <summary>A tile is captured while the one before it still drains.</summary>
    DrainCollision,
}

/// <summary>A fault of a schedule.</summary>
/// <param name="Cycle">From the program's cycle 0.</param>
/// <param name="Instruction">Index of the instruction at which it shows.</param>
public sealed record ScheduleHazard(HazardKind Kind, EngineMemory? Memory, int Address, long Cycle, int Instruction);

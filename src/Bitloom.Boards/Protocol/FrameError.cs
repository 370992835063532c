namespace Bitloom.Boards;

/// <summary>What a board found wrong with a frame (docs/uart-protocol.md).</summary>
public enum FrameError
{
    /// <summary>The check is wrong.</summary>
    Check = 1,

    /// <summary>Another version of the protocol.</summary>
    Version = 2,

    /// <summary>No such type, or a load without a load port.</summary>
    Type = 3,

    /// <summary>The length is not that of the type.</summary>
    Length = 4,

    /// <summary>Bytes were missing.</summary>
    TimeOut = 5,

    /// <summary>A byte had no stop bit.</summary>
    Line = 6,

    /// <summary>Not the piece of a load that is expected.</summary>
    Sequence = 7,

    /// <summary>A load is under way.</summary>
    Loading = 8,
}

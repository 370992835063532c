namespace Bitloom.Boards;

/// <summary>The type byte of a frame (docs/uart-protocol.md).</summary>
public enum FrameType
{
    /// <summary>What the board is.</summary>
    Hello = 0x01,

    /// <summary>One window.</summary>
    Infer = 0x02,

    /// <summary>A piece of another model.</summary>
    Load = 0x03,

    /// <summary>Added to a request's type, that of its answer.</summary>
    Answer = 0x80,

    /// <summary>A frame was not in order; its payload is a <see cref="FrameError"/>.</summary>
    Error = 0xFF,
}

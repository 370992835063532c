using System.Collections.Immutable;

namespace Bitloom.Boards;

/// <summary>A frame of docs/uart-protocol.md.</summary>
/// <param name="Version">Of the protocol.</param>
/// <param name="Type">A <see cref="FrameType"/>, or a byte that is none.</param>
/// <param name="Tag">Chosen by the client, repeated in the answer.</param>
/// <param name="Payload">At most 65,535 bytes.</param>
public sealed record Frame(byte Version, byte Type, byte Tag, ImmutableArray<byte> Payload)
{
    /// <summary>The version of the protocol that is spoken here.</summary>
    public const byte CurrentVersion = 1;

    /// <summary>The first byte of every frame.</summary>
    public const byte Sync = 0xA5;

    /// <summary>Bytes before the payload, sync included.</summary>
    public const int HeaderBytes = 6;

    /// <summary>Bytes behind the payload.</summary>
    public const int CheckBytes = 2;

    /// <summary>A request of the current version.</summary>
    public static Frame Request(FrameType type, byte tag, ImmutableArray<byte> payload) =>
        new(CurrentVersion, (byte)type, tag, payload);

    /// <summary>The frame as it goes over the line.</summary>
    public byte[] Encode()
    {
        byte[] bytes =
        [
            Sync, Version, Type, Tag, (byte)(Payload.Length & byte.MaxValue), (byte)(Payload.Length >> 8), .. Payload,
        ];
        var check = Crc16.Of(bytes.AsSpan(1));
        return [.. bytes, (byte)(check >> 8), (byte)(check & byte.MaxValue)];
    }

    /// <summary>What the board found wrong; null when this is no error frame.</summary>
    public FrameError? Error => Type == (byte)FrameType.Error && Payload.Length == 1 ? (FrameError)Payload[0] : null;

    /// <summary>Whether this is the answer to a request of that type.</summary>
    public bool Answers(FrameType request) => Type == (byte)((int)request | (int)FrameType.Answer);
}

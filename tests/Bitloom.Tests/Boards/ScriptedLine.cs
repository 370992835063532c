using System.Collections.Immutable;
using Bitloom.Boards;

namespace Bitloom.Tests.Boards;

/// <summary>A line whose other end is a function: the bytes that a request brings back.</summary>
internal sealed class ScriptedLine(Func<Frame, int, IEnumerable<byte>> answer) : ISerialLine
{
    private readonly Queue<byte> _coming = new();

    /// <summary>The requests that were sent.</summary>
    public List<Frame> Requests { get; } = [];

    public string Name => "line";

    public void Write(ReadOnlySpan<byte> bytes)
    {
        var frame = new FrameDecoder(4096).Take(bytes).ShouldHaveSingleItem();
        Requests.Add(frame);
        foreach (var value in answer(frame, Requests.Count))
            _coming.Enqueue(value);
    }

    public int Read(Span<byte> buffer, TimeSpan patience)
    {
        var count = 0;
        while (count < buffer.Length && _coming.TryDequeue(out var value))
            buffer[count++] = value;
        if (count == 0)
            Thread.Sleep(patience);
        return count;
    }

    public void Dispose()
    {
    }

    /// <summary>An answer that is in order.</summary>
    public static byte[] Answer(Frame request, params ImmutableArray<byte> payload) =>
        new Frame(1, (byte)(request.Type | 0x80), request.Tag, payload).Encode();

    /// <summary>An error.</summary>
    public static byte[] Refusal(byte tag, FrameError error) => new Frame(1, 0xFF, tag, [(byte)error]).Encode();
}

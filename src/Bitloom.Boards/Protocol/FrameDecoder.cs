namespace Bitloom.Boards;

/// <summary>
/// Finds frames in what comes over a line. Bytes that belong to none are passed over; a frame whose check is wrong is
/// searched for another one that begins in it. Whatever comes, no more than one frame's bytes are kept.
/// </summary>
/// <param name="longestPayload">A greater length is noise.</param>
public sealed class FrameDecoder(int longestPayload)
{
    private readonly List<byte> _bytes = [];

    /// <summary>Takes bytes; the frames that they complete.</summary>
    public IReadOnlyList<Frame> Take(ReadOnlySpan<byte> bytes)
    {
        var frames = new List<Frame>();
        foreach (var value in bytes)
        {
            _bytes.Add(value);
            while (Next() is { } frame)
                frames.Add(frame);
        }

        return frames;
    }

    /// <summary>Forgets a frame that has begun: the rest of it will not come.</summary>
    public void Reset() => _bytes.Clear();

    // A complete frame at the beginning, which is taken; null when more bytes are needed.
    private Frame? Next()
    {
        while (SkipToSync() && _bytes.Count >= Frame.HeaderBytes)
        {
            var length = _bytes[4] + (_bytes[5] << 8);
            var whole = Frame.HeaderBytes + length + Frame.CheckBytes;
            if (length <= longestPayload && _bytes.Count < whole)
                return null;
            if (length <= longestPayload && Crc16.Of([.. _bytes[1..whole]]) == 0)
                return Cut(length, whole);
            _bytes.RemoveAt(0);
        }

        return null;
    }

    private bool SkipToSync()
    {
        var sync = _bytes.IndexOf(Frame.Sync);
        _bytes.RemoveRange(0, sync < 0 ? _bytes.Count : sync);
        return sync >= 0;
    }

    private Frame Cut(int length, int whole)
    {
        var frame = new Frame(
            _bytes[1], _bytes[2], _bytes[3], [.. _bytes[Frame.HeaderBytes..(Frame.HeaderBytes + length)]]);
        _bytes.RemoveRange(0, whole);
        return frame;
    }
}

namespace Bitloom.Boards;

/// <summary>A line of bytes to a board.</summary>
public interface ISerialLine : IDisposable
{
    /// <summary>Its name, for diagnostics.</summary>
    string Name { get; }

    /// <summary>Sends all bytes.</summary>
    /// <exception cref="IOException">The line is gone.</exception>
    void Write(ReadOnlySpan<byte> bytes);

    /// <summary>What has come, as soon as something has; 0 when nothing comes in that time.</summary>
    /// <exception cref="IOException">The line is gone.</exception>
    int Read(Span<byte> buffer, TimeSpan patience);
}

using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Bitloom.Diagnostics;

namespace Bitloom.Training;

/// <summary>
/// How far a training has come, in a file that is replaced as a whole: a training that was killed at any moment goes on
/// behind the last epoch that was written, to the same bytes as if it had not been (on the same type of processor). A
/// file that is damaged, or that another training wrote, is not believed, and the training starts from its beginning.
/// </summary>
public sealed class TrainingCheckpoint
{
    private static readonly byte[] Magic = "bitloom training 1\n"u8.ToArray();

    private readonly string _path;
    private readonly string _key;
    private readonly List<LoopState> _states;
    private readonly Stopwatch _sinceWritten = Stopwatch.StartNew();
    private int _begun;

    /// <summary>Opens the file, if it is there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="key">All that the training depends on; a file with another key is not believed.</param>
    public TrainingCheckpoint(string path, string key)
    {
        (_path, _key) = (path, key);
        _states = Load(path, key) ?? [];
        Epochs = _states.Sum(state => state.Epoch);
    }

    /// <summary>Time between two writings, so that they cost little; the end of a loop is always written.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Epochs that need not be trained again.</summary>
    public int Epochs { get; }

    /// <summary>Removes the file: what it led to has been written.</summary>
    public void Delete() => File.Delete(_path);

    /// <summary>The next loop of the training: its place, and what it has reached, or null.</summary>
    internal (int Loop, LoopState? Saved) Begin()
    {
        var loop = _begun++;
        return (loop, _states.ElementAtOrDefault(loop));
    }

    /// <summary>Whether an epoch that is not the last of its loop is worth writing.</summary>
    internal bool IsDue => _sinceWritten.Elapsed >= Interval;

    /// <summary>Writes how far a loop has come; those after it are forgotten.</summary>
    internal void Save(int loop, LoopState state)
    {
        _states.RemoveRange(loop, _states.Count - loop);
        _states.Add(state);
        using var body = new MemoryStream();
        using var writer = new BinaryWriter(body, Encoding.UTF8);
        writer.Write(Magic);
        writer.Write(_key);
        writer.Write(_states.Count);
        foreach (var each in _states)
            each.Write(writer);
        writer.Flush();
        var bytes = body.ToArray();
        AtomicFile.Write(_path, [.. bytes, .. SHA256.HashData(bytes)]);
        _sinceWritten.Restart();
    }

    private static List<LoopState>? Load(string path, string key)
    {
        if (!File.Exists(path))
            return null;
        var bytes = File.ReadAllBytes(path);
        var length = bytes.Length - SHA256.HashSizeInBytes;
        if (length < Magic.Length || !bytes.AsSpan(0, Magic.Length).SequenceEqual(Magic)
            || !SHA256.HashData(bytes.AsSpan(0, length)).AsSpan().SequenceEqual(bytes.AsSpan(length)))
            return null;
        using var reader = new BinaryReader(new MemoryStream(bytes, Magic.Length, length - Magic.Length), Encoding.UTF8);
        try
        {
            return reader.ReadString() == key
                ? [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => LoopState.Read(reader))]
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}

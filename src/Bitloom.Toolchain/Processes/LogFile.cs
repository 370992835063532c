using System.Text;

namespace Bitloom.Toolchain;

/// <summary>
/// A log that stops growing at <see cref="Most"/>: a tool that prints without end must not fill the disk.
/// </summary>
internal sealed class LogFile : IDisposable
{
    /// <summary>Characters that are kept.</summary>
    public const int Most = 32 * 1024 * 1024;

    private readonly StreamWriter _writer;
    private long _written;

    public LogFile(string path)
    {
        Folders.MakeFor(path);
        _writer = new StreamWriter(path, append: false, new UTF8Encoding(false)) { NewLine = "\n", AutoFlush = true };
    }

    public void Add(string line)
    {
        if (_written > Most)
            return;
        _written += line.Length + 1;
        _writer.WriteLine(_written > Most ? "(what follows is left out: the output is too long)" : line);
    }

    public void Dispose() => _writer.Dispose();
}

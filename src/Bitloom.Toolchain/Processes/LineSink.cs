using System.Collections.Immutable;

namespace Bitloom.Toolchain;

/// <summary>Gathers the lines of both output streams: to the log, the listener, and the last ones to memory.</summary>
internal sealed class LineSink : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Queue<string> _last = new();
    private readonly LogFile? _log;
    private readonly Action<string>? _listener;
    private bool _closed;

    public LineSink(ProcessRequest request)
    {
        _listener = request.OnLine;
        _log = request.LogPath is null ? null : new LogFile(request.LogPath);
        _log?.Add("$ " + request.CommandLine);
    }

    public ImmutableArray<string> LastLines
    {
        get
        {
            lock (_gate)
                return [.. _last];
        }
    }

    public void Add(string line)
    {
        lock (_gate)
        {
            if (_closed)
                return;
            if (_last.Count == ProcessResult.KeptLines)
                _last.Dequeue();
            _last.Enqueue(line);
            _log?.Add(line);
            _listener?.Invoke(line);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            _log?.Dispose();
        }
    }
}

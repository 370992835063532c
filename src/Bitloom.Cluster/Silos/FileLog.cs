using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Bitloom.Cluster;

/// <summary>Appends what is worth knowing to a file, one event a line with its exception below.</summary>
internal sealed class FileLog(string path) : ILoggerProvider
{
    private readonly Lock _lock = new();
    private readonly StreamWriter _writer = Open(Path.GetFullPath(path));

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void Dispose()
    {
        lock (_lock)
            _writer.Dispose();
    }

    // Several workers of a machine may have the same file.
    private static StreamWriter Open(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };
    }

    private void Write(string line)
    {
        lock (_lock)
        {
            if (_writer.BaseStream is { CanWrite: true })
                _writer.WriteLine(line);
        }
    }

    private sealed class Category(FileLog log, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information && logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel))
                return;
            var time = DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture);
            var trace = exception is null ? "" : $"\n{exception}";
            log.Write($"{time} {logLevel} {name}: {formatter(state, exception)}{trace}");
        }
    }
}

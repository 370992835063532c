using System.Runtime.InteropServices;
using Bitloom.Diagnostics;

namespace Bitloom.Boards;

/// <summary>A serial port, or a pseudo-terminal, of Linux: raw bytes, one client at a time.</summary>
public sealed class SerialPort : ISerialLine
{
    private readonly int _descriptor;
    private bool _closed;

    private SerialPort(string name, int descriptor) => (Name, _descriptor) = (name, descriptor);

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Opens a port, or says why it cannot be used.</summary>
    /// <param name="baud">One of <see cref="BaudRates.All"/>.</param>
    public static Checked<SerialPort> Open(string path, int baud)
    {
        if (!BaudRates.All.Contains(baud))
            return Checked.Failure<SerialPort>(PortFault.Rate(baud));
        if (!OperatingSystem.IsLinux())
            return Checked.Failure<SerialPort>(PortFault.OtherSystem(path));
        if (!Path.Exists(path))
            return Checked.Failure<SerialPort>(PortFault.Absent(path));
        var descriptor = NativeTerminal.Open(
            path,
            NativeTerminal.ReadWrite | NativeTerminal.NoControllingTerminal | NativeTerminal.NonBlocking
                | NativeTerminal.CloseOnExec);
        if (descriptor < 0)
            return Checked.Failure<SerialPort>(PortFault.Unopened(path, Marshal.GetLastPInvokeError()));
        var port = new SerialPort(path, descriptor);
        if (port.Configure(baud) is not { } fault)
            return Checked.Success(port);
        port.Dispose();
        return Checked.Failure<SerialPort>(fault);
    }

    /// <inheritdoc/>
    public unsafe void Write(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            nint written;
            fixed (byte* start = bytes)
                written = NativeTerminal.Write(_descriptor, start, (nuint)bytes.Length);
            if (written < 0 && !IsTemporary())
                throw Gone();
            if (written < 0)
                Wait(NativeTerminal.ReadyToWrite, TimeSpan.FromSeconds(1));
            else
                bytes = bytes[(int)written..];
        }
    }

    /// <inheritdoc/>
    public unsafe int Read(Span<byte> buffer, TimeSpan patience)
    {
        if (!Wait(NativeTerminal.ReadyToRead, patience))
            return 0;
        nint count;
        fixed (byte* start = buffer)
            count = NativeTerminal.Read(_descriptor, start, (nuint)buffer.Length);
        if (count > 0)
            return (int)count;
        return count < 0 && IsTemporary() ? 0 : throw Gone();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_closed)
            _ = NativeTerminal.Close(_descriptor);
        _closed = true;
    }

    private Diagnostic? Configure(int baud)
    {
        // Programs for serial ports agree on this lock.
        if (NativeTerminal.Lock(_descriptor, NativeTerminal.ExclusiveNonBlocking) != 0)
            return PortFault.Busy(Name);
        var settings = default(NativeTerminal.Settings);
        if (NativeTerminal.GetSettings(_descriptor, ref settings) != 0)
            return PortFault.NoTerminal(Name);
        NativeTerminal.MakeRaw(ref settings);
        var set = NativeTerminal.SetSpeed(ref settings, BaudRates.CodeOf(baud)) == 0
            && NativeTerminal.SetSettings(_descriptor, NativeTerminal.Now, ref settings) == 0;
        if (!set)
            return PortFault.NoTerminal(Name);
        // What an earlier client has left.
        _ = NativeTerminal.Flush(_descriptor, NativeTerminal.BothQueues);
        return null;
    }

    private bool Wait(short events, TimeSpan patience)
    {
        var request = new NativeTerminal.PollRequest { Descriptor = _descriptor, Events = events };
        return NativeTerminal.Poll(ref request, 1, (int)patience.TotalMilliseconds) > 0;
    }

    private static bool IsTemporary() =>
        Marshal.GetLastPInvokeError() is NativeTerminal.Again or NativeTerminal.Interrupted;

    private IOException Gone() => new($"the port {Name} is gone");
}

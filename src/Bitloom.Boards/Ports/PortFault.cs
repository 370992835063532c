using Bitloom.Diagnostics;

namespace Bitloom.Boards;

/// <summary>Why a port cannot be used.</summary>
public static class PortFault
{
    /// <summary>There is no such port.</summary>
    public static Diagnostic Absent(string path) => Diagnostic.Error(
        "PORT001", path, "there is no such port", "a serial port, such as /dev/ttyUSB0",
        "plug the board in, and see in `ls /dev/ttyUSB* /dev/ttyACM*` what it is called; without a board, give --simulate");

    /// <summary>The system did not open it.</summary>
    public static Diagnostic Unopened(string path, int error) => error switch
    {
        NativeTerminal.NoPermission or NativeTerminal.OperationNotPermitted => Forbidden(path),
        NativeTerminal.Busy => Busy(path),
        _ => NoTerminal(path),
    };

    /// <summary>The user may not.</summary>
    public static Diagnostic Forbidden(string path) => Diagnostic.Error(
        "PORT002", path, "this user may not open the port", "the right to read and write it",
        "join the group that owns it (`sudo usermod -a -G dialout $USER`, on some systems `uucp`), and log in again");

    /// <summary>Another program has it.</summary>
    public static Diagnostic Busy(string path) => Diagnostic.Error(
        "PORT003", path, "another program has opened the port", "a port that nobody uses",
        "close that program; `fuser " + path + "` says which one it is");

    /// <summary>It is something else.</summary>
    public static Diagnostic NoTerminal(string path) => Diagnostic.Error(
        "PORT004", path, "this is not a serial port, or its device is gone", "a serial port, such as /dev/ttyUSB0",
        "give the port of the board, or plug it in again");

    /// <summary>A rate that is not known.</summary>
    public static Diagnostic Rate(int baud) => Diagnostic.Error(
        "PORT005", "--baud", FormattableString.Invariant($"{baud} is not a rate of a serial port"),
        $"one of {string.Join(", ", BaudRates.All)}", "give the rate that the bitstream was built with, board.baud");

    /// <summary>Not Linux.</summary>
    public static Diagnostic OtherSystem(string path) => Diagnostic.Error(
        "PORT006", path, "serial ports are opened on Linux alone", "Linux",
        "run the command on a Linux machine; docs/uart-protocol.md says all that another client needs");
}

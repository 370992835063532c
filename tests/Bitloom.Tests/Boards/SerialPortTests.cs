using Bitloom.Boards;

namespace Bitloom.Tests.Boards;

public sealed class SerialPortTests
{
    [Fact]
    public void Open_SaysThatThereIsNoSuchPort()
    {
        SerialPort.Open("/dev/ttyNone0", 115_200).Diagnostics.ShouldHaveSingleItem().ToString().ShouldBe(
            "error PORT001 at /dev/ttyNone0: there is no such port\n" +
            "  expected: a serial port, such as /dev/ttyUSB0\n" +
            "  remedy:   plug the board in, and see in `ls /dev/ttyUSB* /dev/ttyACM*` what it is called; " +
            "without a board, give --simulate");
    }

    [Fact]
    public void Open_SaysThatAFileIsNoPort()
    {
        SerialPort.Open("/dev/null", 115_200).Diagnostics.ShouldHaveSingleItem().ToString().ShouldBe(
            "error PORT004 at /dev/null: this is not a serial port, or its device is gone\n" +
            "  expected: a serial port, such as /dev/ttyUSB0\n" +
            "  remedy:   give the port of the board, or plug it in again");
    }

    [Fact]
    public void Open_SaysWhichRatesThereAre()
    {
        SerialPort.Open("/dev/null", 1234).Diagnostics.ShouldHaveSingleItem().ToString().ShouldBe(
            "error PORT005 at --baud: 1234 is not a rate of a serial port\n" +
            "  expected: one of 9600, 19200, 38400, 57600, 115200, 230400, 460800, 500000, 921600, 1000000, 2000000, " +
            "3000000\n" +
            "  remedy:   give the rate that the bitstream was built with, board.baud");
    }

    [Theory]
    [InlineData(13)]
    [InlineData(1)]
    public void Unopened_SaysThatTheUserMayNot(int error)
    {
        PortFault.Unopened("/dev/ttyUSB0", error).ToString().ShouldBe(
            "error PORT002 at /dev/ttyUSB0: this user may not open the port\n" +
            "  expected: the right to read and write it\n" +
            "  remedy:   join the group that owns it (`sudo usermod -a -G dialout $USER`, on some systems `uucp`), " +
            "and log in again");
    }

    [Fact]
    public void Unopened_SaysThatAnotherProgramHasIt()
    {
        PortFault.Unopened("/dev/ttyUSB0", 16).ToString().ShouldBe(
            "error PORT003 at /dev/ttyUSB0: another program has opened the port\n" +
            "  expected: a port that nobody uses\n" +
            "  remedy:   close that program; `fuser /dev/ttyUSB0` says which one it is");
    }

    [Fact]
    public void OtherSystem_SaysWherePortsAreOpened()
    {
        PortFault.OtherSystem("COM3").ToString().ShouldBe(
            "error PORT006 at COM3: serial ports are opened on Linux alone\n" +
            "  expected: Linux\n" +
            "  remedy:   run the command on a Linux machine; docs/uart-protocol.md says all that another client needs");
    }
}

namespace Bitloom.Tests.BadInput;

/// <summary>Devices, engines and boards that are not there or too small.</summary>
internal static class DeviceKinds
{
    public static BadInputHeading Heading { get; } = new(
        "device", "Device and board",
        "The device is not known or too small, the engine has sizes that cannot be, or the board does not answer.",
    [
        new("The device is not known", "check FOLDER --set engine.device=xc7s16"),
        new("The device is not known to `new`", "new FOLDER/drain --data FOLDER/pump.csv --device cyclone"),
        new(
            "The array's sizes do not divide each other",
            "check FOLDER --set engine.rows=6 --set engine.columns=4 --set engine.lanes=3"),
        new("The array is too large", "check FOLDER --set engine.rows=64 --set engine.columns=32"),
        new(
            "No array of that size is within the device",
            "check FOLDER --set engine.device=xc7s6 --set engine.rows=32 --set engine.columns=16"),
        new(
            "The model will not fit the device",
            "check FOLDER --set engine.device=xc7s6 --set engine.rows=16 --set engine.columns=16" +
            " --set engine.lanes=16"),
        new(
            "The model has too many weights for the device",
            "check FOLDER --set engine.device=ice40up5k --set model.dimension=128"),
        new("A memory is to be built of something else", "check FOLDER --set engine.memories.weight=bram"),
        new("The clock is beyond the longest path", "check FOLDER --set engine.clock=300"),
        new(
            "The clock is slower than any of the board",
            "check FOLDER --set engine.device=ice40up5k --set engine.clock=5"),
        new(
            "The clock cannot make the baud rate",
            "check FOLDER --set engine.device=ice40up5k --set engine.clock=12 --set board.baud=2000000"),
        new("The board is not known", "check FOLDER --set engine.device=ice40up5k --set board.name=icebraker"),
        new("The period has no unit", "check FOLDER --set power.period=10"),
        new("The battery's capacity is an energy", "check FOLDER --set power.battery.capacity=3Wh"),
        new("No port is named", "run FOLDER"),
        new("The port is not there", "run FOLDER --quiet --port FOLDER/ttyUSB7"),
        new("The port is a file", "run FOLDER --quiet --port FOLDER/pump.csv"),
        new("The rate is none of a serial port", "run FOLDER --quiet --port FOLDER/pump.csv --baud 12345"),
        new("Noise is asked of a real line", "run FOLDER --quiet --port FOLDER/ttyUSB7 --noise 900"),
    ]);
}

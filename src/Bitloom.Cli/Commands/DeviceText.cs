using System.Globalization;
using Bitloom.Estimation;
using Spectre.Console;

namespace Bitloom.Cli;

/// <summary>All numbers of one device, each with its source.</summary>
internal static class DeviceText
{
    public static Table TableOf(Device device)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns(device.Name, "");
        table.AddColumn("source");
        foreach (var (name, number, source) in Rows(device))
            table.AddRow(Markup.Escape(name), Markup.Escape(number), Markup.Escape(source));
        return table;
    }

    private static IEnumerable<(string Name, string Number, string Source)> Rows(Device device) =>
    [
        ("device", $"{device.Vendor} {device.Family}", device.Part is { } part ? $"part {part} for Vivado" : ""),
        ("LUTs", $"{Text(device.Luts.Count)} of {device.LutInputs} inputs", device.Luts.Source),
        ("LUTs that can be memory", Text(device.LutMemory.Count), device.LutMemory.Source),
        ("flip-flops", Text(device.FlipFlops.Count), device.FlipFlops.Source),
        .. Memory("memory blocks", device.BlockRams),
        .. Memory("single-port memories", device.SinglePortRams),
        .. Memory("UltraRAM", device.UltraRams),
        ("multipliers", Multipliers(device.Multipliers), device.Multipliers.Source),
        .. Facts(device),
        .. device.SpeedGrades.Select(grade => ($"speed grade {grade.Name}", Clocks(grade), grade.Source)),
    ];

    private static IEnumerable<(string Name, string Number, string Source)> Facts(Device device)
    {
        if (device.Io is { } io)
            yield return ("pins", io.Count is { } pins ? Pins(pins, io.Package) : "unknown", io.Source);
        if (device.SupplyVoltage is { } supply)
            yield return ("supply of the core", $"{Text(supply.Volts)} V", supply.Source);
        yield return ("static power", Static(device.StaticPower), device.StaticPower.Source);
        if (device.Configuration is not { } configuration)
            yield break;
        yield return ("bitstream", Bits(configuration.Bits), configuration.Source);
        if (configuration is { Loading: { } loading, LoadingMilliseconds: { } time })
            yield return ("loading it", Loading(loading, time), loading.Source);
        if (configuration.Energy is { } energy)
            yield return ("configuring", $"{Text(energy.Millijoules)} mJ", energy.Source);
    }

    private static IEnumerable<(string Name, string Number, string Source)> Memory(string name, DeviceMemory? memory) =>
        memory is { Count: > 0 } ? [(name, $"{Text(memory.Count)} of {Text(memory.Bits)} bits", memory.Source)] : [];

    private static string Multipliers(DeviceMultipliers of) =>
        $"{Text(of.Count)} {of.Kind}, {of.Wide} x {of.Narrow} bits, sums of {of.Accumulator}";

    private static string Pins(int count, string? package) =>
        package is null ? Text(count) : $"{Text(count)} of {package}";

    private static string Bits(long? bits) => bits is null ? "unknown" : $"{Text(bits.Value)} bits";

    private static string Static(DeviceStaticPower power) => power.Milliwatts is { } milliwatts
        ? $"{Text(milliwatts)} mW at {Text(power.Celsius ?? 0)} C: {power.Rails}"
        : "unknown";

    private static string Loading(DeviceLoading loading, double milliseconds) =>
        $"{Text(Math.Round(milliseconds, 1))} ms at {Text(loading.Megahertz)} MHz, {Lines(loading.Lines)}";

    private static string Lines(int lines) => lines == 1 ? "1 line" : $"{lines} lines";

    private static string Clocks(DeviceSpeedGrade grade)
    {
        (string Name, double? Megahertz)[] clocks =
        [
            ("clock tree", grade.ClockTree), ("block RAM", grade.BlockRam), ("UltraRAM", grade.UltraRam),
            ("multiplier", grade.Multiplier),
        ];
        var known = clocks.Where(clock => clock.Megahertz is not null)
            .Select(clock => $"{clock.Name} {Text(clock.Megahertz!.Value)}");
        return string.Join(", ", known) is { Length: > 0 } text ? text + " MHz" : "";
    }

    private static string Text(double number) => number.ToString("#,0.######", CultureInfo.InvariantCulture);
}

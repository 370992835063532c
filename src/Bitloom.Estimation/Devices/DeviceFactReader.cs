using System.Collections.Immutable;
using Bitloom.Estimation.Yaml;

namespace Bitloom.Estimation;

/// <summary>Reads what a device file says beside the budget; a reason may stand for what is unknown.</summary>
internal static class DeviceFactReader
{
    private const int MostPins = 10_000;
    private const double MostMegahertz = 10_000;
    private const int MostBits = 2_000_000_000;

    public static DeviceIo? Io(YamlSection root) => Optional(root, "io", section =>
        Unknown(section) is { } reason
            ? new DeviceIo(null, null, reason)
            : new DeviceIo(
                section.RequiredInteger("count", "how many pins can be signals", 0, MostPins),
                section.Text("package"), Source(section)));

    public static DeviceSupply? SupplyVoltage(YamlSection root) => Optional(root, "supplyVoltage", section =>
        new DeviceSupply(section.RequiredNumber("volts", "the nominal voltage of the core", 0.1, 10), Source(section)));

    public static DeviceStaticPower StaticPower(YamlSection root)
    {
        var section = root.RequiredSection(
            "staticPower", "milliwatts, celsius, rails and source; or unknown: the reason");
        var power = Unknown(section) is { } reason
            ? new DeviceStaticPower(null, null, null, reason)
            : new DeviceStaticPower(
                section.RequiredNumber("milliwatts", "what the device takes while nothing switches", 0, 1_000_000),
                section.RequiredNumber("celsius", "the temperature of the junction", -100, 200),
                section.RequiredText("rails", "the supplies that are summed"), Source(section));
        section.Close();
        return power;
    }

    public static DeviceConfiguration? Configuration(YamlSection root) => Optional(root, "configuration", section =>
        Unknown(section) is { } reason
            ? new DeviceConfiguration(null, reason, null, null)
            : new DeviceConfiguration(
                section.RequiredInteger("bits", "bits of the whole bitstream", 1, MostBits), Source(section),
                Optional(section, "loading", Loading), Optional(section, "energy", Energy)));

    public static ImmutableArray<DeviceSpeedGrade> SpeedGrades(YamlSection root) =>
        [.. root.Section("speedGrades").FreeSections().Select(grade => SpeedGrade(grade.Name, grade.Section))];

    private static DeviceLoading Loading(YamlSection section) => new(
        section.RequiredNumber("megahertz", "the clock of the interface", 0.001, MostMegahertz),
        section.RequiredInteger("lines", "how many bits a clock takes", 1, 64), Source(section));

    private static DeviceEnergy Energy(YamlSection section) => new(
        section.RequiredNumber("millijoules", "the energy of one configuration", 0, 1_000_000), Source(section));

    private static DeviceSpeedGrade SpeedGrade(string name, YamlSection section)
    {
        var grade = new DeviceSpeedGrade(
            name, Megahertz("clockTree"), Megahertz("blockRam"), Megahertz("ultraRam"), Megahertz("multiplier"),
            Source(section));
        section.Close();
        return grade;

        double? Megahertz(string key) => section.OptionalNumber(key, 1, MostMegahertz);
    }

    // Asked for even where it is missing, so that the schema knows its keys.
    private static T? Optional<T>(YamlSection root, string key, Func<YamlSection, T> read)
        where T : class
    {
        var isThere = root.Has(key);
        var section = isThere ? root.Section(key) : root.Absent(key);
        var value = read(section);
        section.Close();
        return isThere ? value : null;
    }

    private static string? Unknown(YamlSection section) => section.Instead("unknown");

    private static string Source(YamlSection section) =>
        section.RequiredText("source", "the document that the number is from");
}

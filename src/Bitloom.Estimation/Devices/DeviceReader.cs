using Bitloom.Diagnostics;
using Bitloom.Estimation.Yaml;

namespace Bitloom.Estimation;

/// <summary>Reads one device file (docs/adding-a-device.md).</summary>
internal static class DeviceReader
{
    private const int Most = 100_000_000;

    private static readonly (string, SynthesisFamily)[] Families =
        [.. Enum.GetValues<SynthesisFamily>().Select(family => (family.Text(), family))];

    /// <summary>The device; null, with the reasons in the findings, when the file is wrong.</summary>
    public static Device? Read(string text, string file, List<Diagnostic> findings)
    {
        var before = findings.Count;
        if (YamlText.ReadMapping(text, file, findings) is not { } mapping)
            return null;
        var device = Read(new YamlSection(mapping, findings));
        return findings.Count == before ? device : null;
    }

    /// <summary>The device of a file's outermost section, with something in the place of what is wrong.</summary>
    internal static Device Read(YamlSection root)
    {
        var device = new Device(
            root.RequiredText("name", "the device's name, such as xc7s15"),
            root.RequiredText("vendor", "who makes the device"),
            root.RequiredText("family", "the device's family, such as Spartan-7"),
            root.Choice("synthesis", SynthesisFamily.Xc7, Families),
            root.Integer("lutInputs", 6, 3, 8),
            Resource(root, "luts"), Resource(root, "lutMemory"), Resource(root, "flipFlops"),
            Memory(root.RequiredSection("blockRams", "how many memory blocks there are")),
            Memory(root.RequiredSection("singlePortRams", "how many large single-port memories there are, or 0")),
            Multipliers(root))
        {
            Part = root.Text("part"),
            UltraRams = root.Has("ultraRams") ? Memory(root.Section("ultraRams")) : Unasked(root, "ultraRams"),
            Io = DeviceFactReader.Io(root),
            SupplyVoltage = DeviceFactReader.SupplyVoltage(root),
            StaticPower = DeviceFactReader.StaticPower(root),
            Configuration = DeviceFactReader.Configuration(root),
            SpeedGrades = DeviceFactReader.SpeedGrades(root),
        };
        Check(root, device);
        root.Close();
        return device;
    }

    private static DeviceMemory? Unasked(YamlSection root, string key)
    {
        Memory(root.Absent(key));
        return null;
    }

    private static DeviceResource Resource(YamlSection root, string key)
    {
        var section = root.RequiredSection(key, "how many the device has, and the document that says so");
        var resource = new DeviceResource(Count(section), Source(section));
        section.Close();
        return resource;
    }

    private static DeviceMemory Memory(YamlSection section)
    {
        var memory = new DeviceMemory(Count(section), section.Integer("bits", 0, 0, Most), Source(section));
        section.Close();
        return memory;
    }

    private static DeviceMultipliers Multipliers(YamlSection root)
    {
        var section = root.RequiredSection("multipliers", "how many hard multipliers there are, and of which kind");
        var kind = section.RequiredText("kind", "the primitive's name, such as DSP48E1");
        var multipliers = new DeviceMultipliers(
            Count(section), kind,
            section.RequiredInteger("wide", "bits of the wider operand, such as 25", 1, 64),
            section.RequiredInteger("narrow", "bits of the narrower operand, such as 18", 1, 64),
            section.RequiredInteger("accumulator", "bits of the sum that it can keep, such as 48", 1, 128),
            Source(section));
        section.Close();
        return multipliers;
    }

    // The least number stands for one that is missing or wrong, which is told already.
    private static void Check(YamlSection root, Device device)
    {
        if (device.Luts.Count > 0 && device.LutMemory.Count > device.Luts.Count)
        {
            root.Report("DEVICE005", "lutMemory", FormattableString.Invariant(
                $"lutMemory.count is {device.LutMemory.Count}, more than luts.count, {device.Luts.Count}"),
                "the LUTs that can be memory, which are among all LUTs", "correct one of the numbers");
        }

        var (wide, narrow) = (device.Multipliers.Wide, device.Multipliers.Narrow);
        if (wide > 1 && narrow > wide)
        {
            root.Report("DEVICE005", "multipliers", FormattableString.Invariant(
                $"multipliers.narrow is {narrow}, more than multipliers.wide, {wide}"),
                "the wider operand as wide", "exchange the numbers");
        }
    }

    private static int Count(YamlSection section) =>
        section.RequiredInteger("count", "how many the device has", 0, Most);

    private static string Source(YamlSection section) =>
        section.RequiredText("source", "the document that the number is from");
}

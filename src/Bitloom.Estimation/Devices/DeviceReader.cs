using Bitloom.Diagnostics;
using Bitloom.Estimation.Yaml;

namespace Bitloom.Estimation;

/// <summary>Reads one device file (docs/adding-a-device.md).</summary>
internal static class DeviceReader
{
    private const int Most = 100_000_000;

    /// <summary>The device; null, with the reasons in the findings, when the file is wrong.</summary>
    public static Device? Read(string text, string file, List<Diagnostic> findings)
    {
        var before = findings.Count;
        if (YamlText.ReadMapping(text, file, findings) is not { } mapping)
            return null;
        var root = new YamlSection(mapping, findings);
        var device = new Device(
            root.RequiredText("name", "the device's name, such as xc7s15"),
            root.RequiredText("vendor", "who makes the device"),
            root.RequiredText("family", "the device's family, such as Spartan-7"),
            root.Choice("synthesis", SynthesisFamily.Xc7,
                [("xc7", SynthesisFamily.Xc7), ("ice40", SynthesisFamily.Ice40)]),
            root.Integer("lutInputs", 6, 3, 8),
            Resource(root, "luts"), Resource(root, "lutMemory"), Resource(root, "flipFlops"),
            Memory(root, "blockRams"), Memory(root, "singlePortRams"), Multipliers(root),
            root.Text("part"));
        root.Close();
        return findings.Count == before ? device : null;
    }

    private static DeviceResource Resource(YamlSection root, string key)
    {
        var section = root.Section(key);
        var resource = new DeviceResource(Count(section), Source(section));
        section.Close();
        return resource;
    }

    private static DeviceMemory Memory(YamlSection root, string key)
    {
        var section = root.Section(key);
        var memory = new DeviceMemory(Count(section), section.Integer("bits", 0, 0, Most), Source(section));
        section.Close();
        return memory;
    }

    private static DeviceMultipliers Multipliers(YamlSection root)
    {
        var section = root.Section("multipliers");
        var kind = section.RequiredText("kind", "the primitive's name, such as DSP48E1");
        var multipliers = new DeviceMultipliers(Count(section), kind, Source(section));
        section.Close();
        return multipliers;
    }

    private static int Count(YamlSection section)
    {
        section.RequiredText("count", "how many the device has");
        return section.Integer("count", 0, 0, Most);
    }

    private static string Source(YamlSection section) =>
        section.RequiredText("source", "the document that the number is from");
}

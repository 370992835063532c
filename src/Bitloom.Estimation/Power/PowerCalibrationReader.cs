using System.Collections.Immutable;
using Bitloom.Diagnostics;
using Bitloom.Estimation.Yaml;

namespace Bitloom.Estimation;

/// <summary>Reads one file of <c>calibration/power</c> (docs/power.md).</summary>
internal sealed class PowerCalibrationReader
{
    private const double Most = 1e6;
    private const int MostBits = 1_000_000_000;
    private readonly YamlSection root;
    private readonly ImmutableArray<string> devices;

    private PowerCalibrationReader(YamlMapping mapping, List<Diagnostic> findings)
    {
        root = new YamlSection(mapping, findings);
        devices = mapping.Find("devices") is YamlMapping section ? [.. section.Entries.Select(entry => entry.Key)] : [];
    }

    /// <summary>The calibration; null, with the reasons in the findings, when the file is wrong.</summary>
    public static PowerCalibration? Read(string text, string file, List<Diagnostic> findings)
    {
        if (YamlText.ReadMapping(text, file, findings) is not { } mapping)
            return null;
        var calibration = new PowerCalibrationReader(mapping, findings).Read();
        return findings.Count == 0 ? calibration : null;
    }

    private PowerCalibration Read()
    {
        var (fixedPower, perThousand) = Static(root.Section("static"));
        var known = root.Section("devices");
        var read = devices.Select(name => (Name: name, Cost: Device(known.Section(name)))).ToArray();
        var calibration = new PowerCalibration(
            root.Choice("family", SynthesisFamily.Xc7,
                [("xc7", SynthesisFamily.Xc7), ("ice40", SynthesisFamily.Ice40)]),
            root.Number("volts", 1, 0.1, 5), Number(root.Section("glitchFactor"), "value"), Coefficients(),
            fixedPower, perThousand,
            read.Where(device => device.Cost.Static is not null).ToImmutableSortedDictionary(
                device => device.Name, device => device.Cost.Static!, StringComparer.Ordinal),
            read.Where(device => device.Cost.Configuration is not null).ToImmutableSortedDictionary(
                device => device.Name, device => device.Cost.Configuration!, StringComparer.Ordinal),
            Assumed(root.Section("assumed")));
        root.Close();
        return calibration;
    }

    private ImmutableSortedDictionary<PowerEvent, PowerNumber> Coefficients()
    {
        var section = root.Section("coefficients");
        var all = Enum.GetValues<PowerEvent>().ToImmutableSortedDictionary(
            item => item, item => Number(section.Section(NameOf(item)), "picojoules"));
        section.Close();
        return all;
    }

    private static string NameOf(PowerEvent item) =>
        char.ToLowerInvariant(item.ToString()[0]) + item.ToString()[1..];

    private static (PowerNumber Fixed, double PerThousand) Static(YamlSection section)
    {
        var perThousand = section.Number("perThousandLuts", 0, 0, Most);
        return (Number(section, "milliwatts"), perThousand);
    }

    private static (PowerNumber? Static, ConfigurationCost? Configuration) Device(YamlSection section)
    {
        var configuration = section.Has("configuration") ? Configuration(section.Section("configuration")) : null;
        var known = section.Has("milliwatts") ? Number(section, "milliwatts") : null;
        section.Close();
        return (known, configuration);
    }

    private static ConfigurationCost Configuration(YamlSection section)
    {
        var bits = section.Integer("bits", 1, 1, MostBits);
        var transfer = ConfigurationCost.SecondsOf(
            bits, section.Number("megahertz", 1, 0.001, 1000), section.Integer("lines", 1, 1, 64));
        var seconds = section.Number("seconds", transfer, 0, 1000);
        return new(bits, seconds, Number(section, "millijoules"));
    }

    private static AssumedActivity Assumed(YamlSection section)
    {
        var assumed = new AssumedActivity(
            Rate("lutToggles"), Rate("flipFlopToggles"), Rate("carryToggles"), Rate("blockRamAccesses"),
            Rate("multiplierOperations"), Rate("largeRamAccesses"),
            section.RequiredText("source", "the document that the rates are from"));
        section.Close();
        return assumed;

        double Rate(string key) => section.Number(key, 0, 0, 10);
    }

    private static PowerNumber Number(YamlSection section, string key)
    {
        section.RequiredText(key, "the number");
        section.RequiredText("uncertainty", "how far off the number may be, as a share of it");
        var number = new PowerNumber(
            section.Number(key, 0, 0, Most), section.Number("uncertainty", 1, 0, 10), section.Boolean("derived", false),
            section.RequiredText("source", "the document that the number is from"));
        section.Close();
        return number;
    }
}

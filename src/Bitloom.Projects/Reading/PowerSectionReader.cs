using Bitloom.Estimation;
using Bitloom.Estimation.Yaml;

namespace Bitloom.Projects;

/// <summary>Reads the period of the windows, and the battery.</summary>
internal static class PowerSectionReader
{
    private const double UsualVolts = 3;

    public static PowerSection Read(YamlSection section)
    {
        var period = Quantity(section, "period", "PROJECT014", QuantityText.Times, "1 s")
            ?? new PowerSection().PeriodSeconds;
        var battery = ReadBattery(section.Section("battery"));
        section.Close();
        return new(period, battery);
    }

    private static Battery? ReadBattery(YamlSection section)
    {
        var capacity = Quantity(section, "capacity", "PROJECT015", QuantityText.Charges, "1000 mAh");
        var volts = section.Number("voltage", UsualVolts, 0.1, 100);
        section.Close();
        return capacity is null ? null : new(capacity.Value, volts);
    }

    private static double? Quantity(
        YamlSection section, string key, string code, (string Name, double Factor)[] units, string example)
    {
        if (section.Text(key) is not { } text)
            return null;
        var value = QuantityText.Parse(text, units);
        if (value is null)
        {
            section.Report(code, key, $"{section.PathOf(key)} is '{text}'",
                $"a number over 0 with one of the units {QuantityText.NamesOf(units)}",
                $"write it as in '{key}: {example}'");
        }

        return value;
    }
}

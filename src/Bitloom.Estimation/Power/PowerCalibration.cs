using System.Collections.Immutable;
using System.Reflection;
using Bitloom.Diagnostics;

namespace Bitloom.Estimation;

/// <summary>The numbers of the power model for a family: <c>calibration/power</c>.</summary>
/// <param name="Volts">The supply of the core that they are for.</param>
/// <param name="GlitchFactor">Changes of combinational nets over those without delays.</param>
/// <param name="Coefficients">Picojoules of each event.</param>
/// <param name="StaticBase">Milliwatts of a device that is not listed, without its LUTs.</param>
/// <param name="StaticPerThousandLuts">Milliwatts.</param>
/// <param name="StaticOfDevice">Milliwatts, by the device's name.</param>
/// <param name="Configurations">By the device's name.</param>
/// <param name="Assumed">Activity where none was measured.</param>
public sealed record PowerCalibration(
    SynthesisFamily Family,
    double Volts,
    PowerNumber GlitchFactor,
    ImmutableSortedDictionary<PowerEvent, PowerNumber> Coefficients,
    PowerNumber StaticBase,
    double StaticPerThousandLuts,
    ImmutableSortedDictionary<string, PowerNumber> StaticOfDevice,
    ImmutableSortedDictionary<string, ConfigurationCost> Configurations,
    AssumedActivity Assumed)
{
    private const string Prefix = "calibration/power/";

    /// <summary>The calibration that Bitloom brings for a family; null where it has none.</summary>
    public static PowerCalibration? Find(SynthesisFamily family) => Own.SingleOrDefault(own => own.Family == family);

    /// <summary>All that Bitloom brings.</summary>
    public static ImmutableArray<PowerCalibration> Own { get; } = [.. OwnFiles().Select(ReadOwn)];

    /// <summary>Milliwatts that a configured device takes while nothing switches, at 25 C.</summary>
    public PowerNumber StaticOf(Device device) =>
        StaticOfDevice.GetValueOrDefault(device.Name.ToLowerInvariant()) ?? StaticBase with
        {
            Value = StaticBase.Value + StaticPerThousandLuts * device.Luts.Count / 1000,
        };

    /// <summary>The cost of configuring a device; null where it is not known.</summary>
    public ConfigurationCost? ConfigurationOf(Device device) =>
        Configurations.GetValueOrDefault(device.Name.ToLowerInvariant());

    /// <summary>Reads a file of the form of <c>calibration/power</c>.</summary>
    public static Checked<PowerCalibration> Read(string text, string file)
    {
        var findings = new List<Diagnostic>();
        var calibration = PowerCalibrationReader.Read(text, file, findings);
        return calibration is null
            ? Checked.Failure<PowerCalibration>(findings)
            : Checked.Success(calibration);
    }

    private static IEnumerable<string> OwnFiles() => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static PowerCalibration ReadOwn(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return Read(reader.ReadToEnd(), name).Value
            ?? throw new InvalidOperationException($"the calibration {name} cannot be read");
    }
}

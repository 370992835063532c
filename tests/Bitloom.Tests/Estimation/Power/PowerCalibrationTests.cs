using System.Globalization;
using System.Text;
using Bitloom.Estimation;

namespace Bitloom.Tests.Estimation.Power;

public sealed class PowerCalibrationTests
{
    [Fact]
    public void Families_WithMeasuredEngines_HaveACalibration()
    {
        PowerCalibration.Own.Select(own => own.Family).ShouldBe(
            Enum.GetValues<SynthesisFamily>().Where(ResourceModelFile.IsMeasured), ignoreOrder: true);
        PowerCalibration.Find(SynthesisFamily.Ecp5).ShouldBeNull();
    }

    [Fact]
    public void EveryNumber_HasASource_AndAnUncertainty()
    {
        var numbers = PowerCalibration.Own.SelectMany(Numbers).Select(entry => entry.Number).ToArray();

        numbers.ShouldAllBe(number => number.Source.Length > 10);
        numbers.ShouldAllBe(number => number.Value == 0 || number.Uncertainty > 0);
        PowerCalibration.Own.ShouldAllBe(own => own.Assumed.Source.Length > 10);
    }

    [Theory]
    [InlineData("xc7s15", 31)]
    [InlineData("xc7a100t", 98)]
    [InlineData("xc7a35t", 74.148)]
    [InlineData("ice40up5k", 0.13)]
    public void StaticPower_IsTheDevices_OrOfItsSize(string name, double milliwatts)
    {
        var device = DeviceCatalog.Load().Value.ShouldNotBeNull().Find(name).Value.ShouldNotBeNull();

        PowerCalibration.Find(device.Synthesis)!.StaticOf(device).Value.ShouldBe(milliwatts, 1e-9);
    }

    [Fact]
    public void ConfigurationTime_IsItsBits_OverTheInterface()
    {
        ConfigurationCost.SecondsOf(4_310_752, 66, 4).ShouldBe(0.0163286, 1e-7);
        PowerCalibration.Find(SynthesisFamily.Ice40)!.Configurations["ice40up5k"].Seconds.ShouldBe(0.07);
    }

    [Fact]
    public void NumberWithoutASource_IsReported()
    {
        const string file = "calibration/power/xc7.yaml";
        var text = Repository.Read(file).Replace(
            "    source: \"DSPs: V6", "    origin: \"DSPs: V6", StringComparison.Ordinal);

        var read = PowerCalibration.Read(text, file);

        read.Ok.ShouldBeFalse();
        read.Diagnostics.Select(diagnostic => diagnostic.Code).ShouldBe(["YAML004", "YAML003"], ignoreOrder: true);
    }

    [Fact]
    public void Page_HasEveryNumber()
    {
        Golden.Match(Page(), "../../../../docs/power-coefficients.md");
    }

    private static string Page()
    {
        var page = new StringBuilder("""
            # Numbers of the power model

            Made from `calibration/power/*.yaml` by a test; [power.md](power.md) says what they are used for. Energies are in
            picojoules, static power in milliwatts, the energy of a configuration in millijoules.

            """.ReplaceLineEndings("\n"));
        foreach (var own in PowerCalibration.Own)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {own.Family}, {own.Volts:0.0} V\n");
            page.Append("| number | value | may be off by | derived | source |\n|---|---|---|---|---|\n");
            foreach (var (name, number) in Numbers(own))
                page.Append(CultureInfo.InvariantCulture, $"| {name} | {number.Value} | {number.Uncertainty:0 %} | ")
                    .Append(number.Derived ? "yes" : "").Append(" | ").Append(number.Source).Append(" |\n");
            page.Append("\nWhere nothing was counted: ").Append(own.Assumed.Source).Append(".\n");
        }

        return page.ToString();
    }

    private static IEnumerable<(string Name, PowerNumber Number)> Numbers(PowerCalibration own) =>
    [
        .. own.Coefficients.Select(entry => (entry.Key.ToString(), entry.Value)),
        ("GlitchFactor", own.GlitchFactor),
        (string.Create(CultureInfo.InvariantCulture,
            $"static, and {own.StaticPerThousandLuts} for a thousand LUTs"), own.StaticBase),
        .. own.StaticOfDevice.Select(entry => ($"static of {entry.Key}", entry.Value)),
        .. own.Configurations.Select(entry => (string.Create(CultureInfo.InvariantCulture,
            $"configuration of {entry.Key}, {entry.Value.Bits} bits in {entry.Value.Seconds * 1000:0.#} ms"),
            entry.Value.Energy)),
    ];
}

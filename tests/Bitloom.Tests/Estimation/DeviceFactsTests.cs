using Bitloom.Estimation;

namespace Bitloom.Tests.Estimation;

/// <summary>What every device that Bitloom brings has to say, and what its architecture makes likely.</summary>
public sealed class DeviceFactsTests
{
    private static readonly DeviceCatalog Catalog = DeviceCatalog.Load().Value.ShouldNotBeNull();

    public static TheoryData<string> Names => [.. Catalog.Devices.Select(device => device.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryNumber_HasItsSource(string name)
    {
        var device = Find(name);

        string?[] sources =
        [
            device.Luts.Source, device.LutMemory.Source, device.FlipFlops.Source, device.BlockRams.Source,
            device.SinglePortRams.Source, device.Multipliers.Source, device.StaticPower.Source,
            device.Io.ShouldNotBeNull().Source, device.SupplyVoltage.ShouldNotBeNull().Source,
            device.Configuration.ShouldNotBeNull().Source, .. device.SpeedGrades.Select(grade => grade.Source),
        ];
        device.SpeedGrades.ShouldNotBeEmpty();
        sources.ShouldAllBe(source => source!.Length > 10);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void FileIsNamedForItsDevice(string name)
    {
        File.Exists(Repository.PathOf("devices", $"{name}.yaml")).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Budget_IsPlausible(string name)
    {
        var device = Find(name);

        device.FlipFlops.Count.ShouldBeGreaterThan(device.Luts.Count - 5);
        device.LutMemory.Count.ShouldBeLessThanOrEqualTo(device.Luts.Count);
        device.BlockRams.Count.ShouldBeGreaterThan(0);
        device.Multipliers.Count.ShouldBeGreaterThan(0);
        (device.UltraRams is null).ShouldBe(device.Synthesis != SynthesisFamily.Xcup);
        device.SupplyVoltage!.Volts.ShouldBeInRange(0.7, 1.3);
        (device.Part is null).ShouldBe(device.Vendor != "AMD");
    }

    [Theory]
    [InlineData(SynthesisFamily.Xc7, 6, 36, "DSP48E1", 25, 18, 48)]
    [InlineData(SynthesisFamily.Xcup, 6, 36, "DSP48E2", 27, 18, 48)]
    [InlineData(SynthesisFamily.Ice40, 4, 4, "SB_MAC16", 16, 16, 32)]
    [InlineData(SynthesisFamily.Ecp5, 4, 18, "MULT18X18D", 18, 18, 54)]
    public void Family_HasItsLutsBlocksAndMultipliers(
        SynthesisFamily family, int inputs, int kbit, string kind, int wide, int narrow, int accumulator)
    {
        var devices = Catalog.Devices.Where(device => device.Synthesis == family).ToArray();

        devices.ShouldNotBeEmpty();
        devices.ShouldAllBe(device => device.LutInputs == inputs && device.BlockRams.Bits == kbit * 1024);
        devices.Select(device => device.Multipliers with { Count = 0, Source = "" }).Distinct().ShouldHaveSingleItem()
            .ShouldBe(new DeviceMultipliers(0, kind, wide, narrow, accumulator, ""));
    }

    [Fact]
    public void UltraRam_HasItsBits()
    {
        Find("xczu7ev").UltraRams.ShouldNotBeNull().TotalBits.ShouldBe(96 * 288 * 1024);
        Find("xczu3eg").UltraRams.ShouldNotBeNull().Count.ShouldBe(0);
        Find("xcu280").UltraRams.ShouldNotBeNull().Count.ShouldBe(960);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void StaticPower_IsKnown_OrSaysWhyNot(string name)
    {
        var power = Find(name).StaticPower;

        (power.Milliwatts is null).ShouldBe(power.Rails is null);
        (power.Milliwatts is null).ShouldBe(power.Celsius is null);
        (power.Milliwatts ?? 1).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void LoadingTime_FollowsFromBitsClockAndLines()
    {
        var configuration = Find("xc7s15").Configuration.ShouldNotBeNull();

        configuration.Bits.ShouldBe(4_310_752);
        configuration.LoadingMilliseconds.ShouldNotBeNull().ShouldBe(43.10752, 1e-9);
        (configuration with { Loading = null }).LoadingMilliseconds.ShouldBeNull();
    }

    [Fact]
    public void UnknownNumbers_HaveTheirReason()
    {
        var device = Find("xcu280");

        device.Io.ShouldBe(new DeviceIo(null, null, "the pins are those of the card, not of a package to choose"));
        device.Configuration.ShouldBe(
            new DeviceConfiguration(null, "no length was found; AMD UG570 does not name the card", null, null));
    }

    [Fact]
    public void SpeedGrades_AreInTheOrderOfTheFile()
    {
        var grades = Find("xczu3eg").SpeedGrades;

        grades.Select(grade => grade.Name).ShouldBe(["-1", "-2", "-3"]);
        grades.Select(grade => grade.ClockTree).ShouldBe([667, 775, 891]);
        grades[0].UltraRam.ShouldBeNull();
    }

    private static Device Find(string name) => Catalog.Find(name).Value.ShouldNotBeNull();
}

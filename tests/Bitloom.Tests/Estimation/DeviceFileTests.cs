using Bitloom.Diagnostics;
using Bitloom.Estimation;

namespace Bitloom.Tests.Estimation;

/// <summary>Device files that are named by their paths.</summary>
public sealed class DeviceFileTests : IDisposable
{
    public const string Least = """
        name: mine
        vendor: Somebody
        family: Some
        luts: {count: 8000, source: "a data sheet"}
        lutMemory: {count: 2400, source: "a data sheet"}
        flipFlops: {count: 16000, source: "a data sheet"}
        blockRams: {count: 10, bits: 36864, source: "a data sheet"}
        singlePortRams: {count: 0, source: "a data sheet"}
        multipliers: {count: 20, kind: DSP48E1, wide: 25, narrow: 18, accumulator: 48, source: "a data sheet"}
        staticPower: {unknown: "not looked up"}

        """;

    private static readonly DeviceCatalog Catalog = DeviceCatalog.Load().Value.ShouldNotBeNull();

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("mine.yaml", true)]
    [InlineData("MINE.YML", true)]
    [InlineData("./mine", true)]
    [InlineData("boards\\mine", true)]
    [InlineData("xc7s15", false)]
    [InlineData("ecp5-25", false)]
    public void Path_IsToldByItsForm(string text, bool expected)
    {
        DeviceFile.IsPath(text).ShouldBe(expected);
    }

    [Fact]
    public void Find_TakesAFile_FromTheFolder()
    {
        Directory.CreateDirectory(_folder["boards"]);
        _folder.With("boards/mine.yaml", Least);

        var device = Find("boards/mine.yaml").Value.ShouldNotBeNull();

        (device.Name, device.Luts.Count, device.Synthesis).ShouldBe(("mine", 8000, SynthesisFamily.Xc7));
        device.StaticPower.ShouldBe(new DeviceStaticPower(null, null, null, "not looked up"));
        (device.Io, device.SupplyVoltage, device.Configuration, device.UltraRams).ShouldBe((null, null, null, null));
        device.SpeedGrades.ShouldBeEmpty();
    }

    [Fact]
    public void MissingFile_IsReportedWhereItIsNamed()
    {
        Find("./none.yaml").Diagnostics.ShouldHaveSingleItem().ToString().ShouldBe("""
            error DEVICE003 at project.yaml:9: there is no device file './none.yaml'
              expected: the name of a known device, or the path of a device file
              remedy:   correct the path, or write the file (docs/adding-a-device.md)
            """);
    }

    [Fact]
    public void Folder_IsNoDeviceFile()
    {
        Directory.CreateDirectory(_folder["boards"]);
        _folder.With("boards/mine.yaml", Least);

        Find("./boards").Diagnostics.ShouldHaveSingleItem().ToString().ShouldBe("""
            error DEVICE003 at project.yaml:9: './boards' is a folder, not a device file
              expected: the name of a known device, or the path of a device file
              remedy:   correct the path, or write the file (docs/adding-a-device.md)
            """);
    }

    [Fact]
    public void LockedFile_CannotBeRead()
    {
        _folder.With("mine.yaml", Least);
        using var locked = new FileStream(_folder["mine.yaml"], FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        var fault = Find("mine.yaml").Diagnostics.ShouldHaveSingleItem().ToString();

        fault.ShouldStartWith("error DEVICE004 at project.yaml:9: the device file 'mine.yaml' cannot be read: ");
        fault.ShouldEndWith("\n  expected: a file that can be read\n  remedy:   check its permissions");
    }

    [Fact]
    public void Faults_AreToldAllAtOnce_WithTheirLines()
    {
        var text = Least.Replace("vendor: Somebody", "vendr: Somebody", StringComparison.Ordinal)
            .Replace("{count: 2400,", "{count: 24000,", StringComparison.Ordinal)
            .Replace("wide: 25, ", "wide: 9, ", StringComparison.Ordinal)
            .Replace("count: 20, ", "count: many, ", StringComparison.Ordinal)
            .Replace("flipFlops: {count: 16000, source: \"a data sheet\"}\n", "", StringComparison.Ordinal)
            .Replace("{unknown: \"not looked up\"}", "{milliwatts: 3}", StringComparison.Ordinal);
        _folder.With("mine.yaml", text);

        string.Join('\n', Find("mine.yaml").Diagnostics).ShouldBe(Golden.Read("Expected/device_faults.txt").TrimEnd());
    }

    [Fact]
    public void ReasonAndNumber_DoNotStandTogether()
    {
        _folder.With("mine.yaml", Least.Replace("{unknown:", "{milliwatts: 3, unknown:", StringComparison.Ordinal));

        Find("mine.yaml").Diagnostics.ShouldHaveSingleItem().ToString().ShouldBe("""
            error YAML003 at mine.yaml:10: there is no key 'staticPower.milliwatts'
              expected: one of the keys unknown
              remedy:   remove the line
            """);
    }

    private Checked<Device> Find(string path) => Catalog.Find(path, "project.yaml:9", _folder.Path);
}

using System.Text.Json;
using Bitloom.Estimation;

namespace Bitloom.Tests.Estimation;

public sealed class DeviceCatalogTests
{
    private static readonly DeviceCatalog Catalog = DeviceCatalog.Load().Value.ShouldNotBeNull();

    [Fact]
    public void Catalog_HasTheDevices_InOrder()
    {
        Catalog.Devices.Select(d => d.Name).ShouldBe(
            [
                "ecp5-25", "ecp5-45", "ecp5-85", "ice40up5k", "xc7a100t", "xc7a35t", "xc7s15", "xc7s25", "xc7s50",
                "xc7s6", "xc7z020", "xcu280", "xczu3eg", "xczu7ev", "xczu9eg",
            ]);
    }

    [Theory]
    [InlineData("xc7s15", 8000, 2400, 16000, 10, 20)]
    [InlineData("XC7S6", 3752, 1120, 7500, 5, 10)]
    [InlineData("xc7s25", 14600, 5000, 29200, 45, 80)]
    [InlineData("xc7s50", 32600, 9600, 65200, 75, 120)]
    [InlineData("xc7a35t", 20800, 6400, 41600, 50, 90)]
    [InlineData("xc7a100t", 63400, 19000, 126800, 135, 240)]
    [InlineData("xc7z020", 53200, 17400, 106400, 140, 220)]
    [InlineData("ice40up5k", 5280, 0, 5280, 30, 8)]
    [InlineData("xczu3eg", 70560, 28800, 141120, 216, 360)]
    [InlineData("xczu7ev", 230400, 101760, 460800, 312, 1728)]
    [InlineData("xczu9eg", 274080, 144000, 548160, 912, 2520)]
    [InlineData("xcu280", 1303680, 600960, 2607360, 2016, 9024)]
    [InlineData("ecp5-25", 24288, 12144, 24288, 56, 28)]
    [InlineData("ecp5-45", 43848, 21924, 43848, 108, 72)]
    [InlineData("ecp5-85", 83640, 41820, 83640, 208, 156)]
    public void Device_HasItsBudget(string name, int luts, int memory, int flipFlops, int blocks, int multipliers)
    {
        var device = Catalog.Find(name).Value.ShouldNotBeNull();

        device.Luts.Count.ShouldBe(luts);
        device.LutMemory.Count.ShouldBe(memory);
        device.FlipFlops.Count.ShouldBe(flipFlops);
        device.BlockRams.Count.ShouldBe(blocks);
        device.Multipliers.Count.ShouldBe(multipliers);
    }

    [Fact]
    public void Memories_HaveTheirBits()
    {
        Catalog.Find("xc7s15").Value.ShouldNotBeNull().BlockRams.TotalBits.ShouldBe(10 * 36 * 1024);
        Catalog.Find("ice40up5k").Value.ShouldNotBeNull().BlockRams.TotalBits.ShouldBe(120 * 1024);
        Catalog.Find("ice40up5k").Value.ShouldNotBeNull().SinglePortRams.TotalBits.ShouldBe(1024 * 1024);
    }

    [Fact]
    public void UnknownDevice_NamesTheNearest()
    {
        Catalog.Find("xc7s16", "project.yaml:9").Diagnostics.ShouldHaveSingleItem().ToString().ShouldBe($"""
            error DEVICE001 at project.yaml:9: there is no device 'xc7s16'
              expected: one of {KnownDevices.Text}
              remedy:   did you mean 'xc7s15'? A new device is a file (docs/adding-a-device.md)
            """);
    }

    [Fact]
    public void UserFolder_AddsAndReplaces()
    {
        var own = File.ReadAllText(Repository.PathOf("devices", "xc7s15.yaml"));
        using var folder = new TemporaryFolder()
            .With("mine.yaml", own.Replace("xc7s15", "mine", StringComparison.Ordinal))
            .With("other.yaml", own.Replace("8000", "7999", StringComparison.Ordinal));

        var catalog = DeviceCatalog.Load(folder.Path).Value.ShouldNotBeNull();

        catalog.Find("mine").Ok.ShouldBeTrue();
        catalog.Find("xc7s15").Value.ShouldNotBeNull().Luts.Count.ShouldBe(7999);
    }

    [Fact]
    public void DeviceFile_MustGiveEveryNumberItsSource()
    {
        var own = File.ReadAllText(Repository.PathOf("devices", "xc7s15.yaml"));
        using var folder = new TemporaryFolder().With("mine.yaml", own.Replace(
            "luts: {count: 8000, source: \"AMD UG474 (v1.9), 7 series CLB resources\"}", "luts: {count: 8000}",
            StringComparison.Ordinal));

        DeviceCatalog.Load(folder.Path).Diagnostics.ShouldHaveSingleItem().ToString().ShouldBe("""
            error YAML004 at mine.yaml:9: the key 'luts.source' is missing
              expected: the document that the number is from
              remedy:   add 'source:' with its value
            """);
    }

    [Fact]
    public void MissingUserFolder_IsReported()
    {
        DeviceCatalog.Load("nowhere").Diagnostics.ShouldHaveSingleItem().ToString().ShouldBe("""
            error DEVICE002 at nowhere: there is no such folder of devices
              expected: a folder with one YAML file a device
              remedy:   correct the path (docs/adding-a-device.md)
            """);
    }

    [Fact]
    public void DocumentedExample_IsTheDeviceItShows()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "adding-a-device.md"));
        var example = page.Split("```yaml\n")
            .Single(block => block.StartsWith("name: xc7s15\n", StringComparison.Ordinal)).Split("```")[0];
        using var folder = new TemporaryFolder().With("example.yaml", example);

        var catalog = DeviceCatalog.Load(folder.Path).Value.ShouldNotBeNull();

        JsonSerializer.Serialize(catalog.Find("xc7s15").Value)
            .ShouldBe(JsonSerializer.Serialize(Catalog.Find("xc7s15").Value));
    }
}

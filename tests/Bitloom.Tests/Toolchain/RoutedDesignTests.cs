using System.Collections.Immutable;
using Bitloom.Toolchain;

namespace Bitloom.Tests.Toolchain;

public sealed class RoutedDesignTests
{
    [Fact]
    public void Parse_ReadsClockAndUtilization_OfRealOutput()
    {
        var design = RoutedDesign.Parse(Golden.Read("Captured/nextpnr-ice40_report.json"), "route.json").Value!;

        design.Megahertz.ShouldBe(30.537, 0.001);
        (design.Used["ICESTORM_LC"], design.Available["ICESTORM_LC"]).ShouldBe((4627, 5280));
        (design.Used["ICESTORM_DSP"], design.Available["ICESTORM_DSP"]).ShouldBe((8, 8));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"fmax\": {}, \"utilization\": {}}")]
    [InlineData("{\"fmax\": {\"clk\": {\"achieved\": \"fast\"}}, \"utilization\": {}}")]
    public void Parse_SaysThatTheReportCannotBeRead(string json)
    {
        RoutedDesign.Parse(json, "out/route.json").Diagnostics.ShouldHaveSingleItem().ToString().ShouldBe(
            "error TOOL009 at out/route.json: the report that nextpnr-ice40 wrote cannot be read\n" +
            "  expected: JSON with fmax and utilization, as nextpnr 0.4 writes it\n" +
            "  remedy:   use the version that Debian 12 has: sudo apt-get install -y nextpnr-ice40");
    }

    [Theory]
    [InlineData("ERROR: Unable to place cell 'a', no Bels remaining of type 'ICESTORM_LC'", 255, true)]
    [InlineData("ERROR: Unable to find legal placement for all cells", 255, true)]
    [InlineData("ERROR: Unable to find a file", 255, false)]
    [InlineData("ERROR: Unable to place cell 'a'", 0, false)]
    public void IsTooLarge_TellsAFullDeviceFromOtherFailures(string line, int exitCode, bool expected)
    {
        ImmutableArray<string> lines = ["Info: Placing..", line];
        var process = new ProcessResult("nextpnr", ProcessOutcome.Exited, exitCode, null, lines, TimeSpan.Zero);

        NextpnrIce40.IsTooLarge(process).ShouldBe(expected);
    }
}

using System.Runtime.CompilerServices;
using Bitloom.Toolchain;

namespace Bitloom.Synthesis.Tests.Toolchain;

public sealed class YosysTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bitloom yosys ").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task SynthesizeAsync_CountsTheCells_OfAVhdlCounter()
    {
        var ghdl = new Ghdl(_folder);
        var verilog = Path.Combine(_folder, "counter.v");
        var analyzed = await ghdl.AnalyzeAsync([Source("counter.vhd")], TestContext.Current.CancellationToken);
        var written = await ghdl.SynthesizeAsync(
            "counter", verilog, cancellation: TestContext.Current.CancellationToken);

        var synthesis = await new Yosys(_folder).SynthesizeAsync(
            new SynthesisRequest("counter", [verilog], CellFamily.SevenSeries),
            cancellation: TestContext.Current.CancellationToken);

        analyzed.Ok.ShouldBeTrue(string.Join('\n', analyzed.LastLines));
        written.Ok.ShouldBeTrue(string.Join('\n', written.LastLines));
        synthesis.Process.Ok.ShouldBeTrue(string.Join('\n', synthesis.Process.LastLines));
        SevenSeriesCells.Resources(synthesis.Cells.Value!).FlipFlops.ShouldBe(8);
        File.ReadAllText(synthesis.NetlistPath).ShouldContain("module counter(");
    }

    [Fact]
    public async Task SynthesizeAsync_SaysWhatFailed_WhenTheVerilogIsMissing()
    {
        var synthesis = await new Yosys(_folder).SynthesizeAsync(
            new SynthesisRequest("counter", [Path.Combine(_folder, "absent.v")], CellFamily.SevenSeries),
            cancellation: TestContext.Current.CancellationToken);

        synthesis.Cells.Ok.ShouldBeFalse();
        synthesis.Cells.Diagnostics.Single().Code.ShouldBe("TOOL002");
        synthesis.Cells.Diagnostics.Single().Found.ShouldContain("absent.v");
    }

    [Fact]
    public async Task SynthesizeAsync_SaysHowToInstall_WhenYosysIsMissing()
    {
        var yosys = new Yosys(_folder, ExternalTools.Yosys with { Executable = "bitloom-no-such-program" });

        var synthesis = await yosys.SynthesizeAsync(
            new SynthesisRequest("counter", [], CellFamily.SevenSeries),
            cancellation: TestContext.Current.CancellationToken);

        synthesis.Cells.Diagnostics.Single().Code.ShouldBe("TOOL001");
    }

    [Fact]
    public async Task ProbeAsync_FindsTheVersion_OfTheInstalledTool()
    {
        var version = await ToolVersions.ProbeAsync(ExternalTools.Yosys, TestContext.Current.CancellationToken);

        version.Version.ShouldNotBeNull().ShouldMatch(@"^\d+\.\d+");
    }

    private static string Source(string name, [CallerFilePath] string caller = "") =>
        Path.Combine(Path.GetDirectoryName(caller)!, name);
}

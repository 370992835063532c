using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Bitloom.Toolchain;

namespace Bitloom.Conformance.Tests.Toolchain;

public sealed class GhdlTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bitloom ghdl ").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task RunAsync_PassesGenerics_AndStreamsWhatTheBenchReports()
    {
        var ghdl = await ElaboratedAsync();
        var lines = new List<string>();
        var run = new GhdlRun { Generics = Generic("cycles_g", "6"), OnLine = lines.Add };

        var result = await ghdl.RunAsync("counter_tb", run, TestContext.Current.CancellationToken);

        result.Ok.ShouldBeTrue(string.Join('\n', result.LastLines));
        lines.Single().ShouldEndWith("(report note): cycles 6");
    }

    [Fact]
    public async Task RunAsync_Fails_WhenTheBenchReportsAnError()
    {
        var ghdl = await ElaboratedAsync();
        var run = new GhdlRun { Generics = Generic("expected_g", "99") };

        var result = await ghdl.RunAsync("counter_tb", run, TestContext.Current.CancellationToken);

        result.Outcome.ShouldBe(ProcessOutcome.Exited);
        result.ExitCode.ShouldNotBe(0);
        ToolFault.Of(ghdl.Tool, result)!.Found.ShouldContain("counted 4, expected 99");
    }

    [Fact]
    public async Task AnalyzeAsync_Fails_WithTheToolsOwnMessage()
    {
        var file = Path.Combine(_folder, "broken.vhd");
        await File.WriteAllTextAsync(file, "entity broken is\nend entity\n", TestContext.Current.CancellationToken);

        var result = await new Ghdl(_folder).AnalyzeAsync([file], TestContext.Current.CancellationToken);

        result.Ok.ShouldBeFalse();
        ToolFault.Of(ExternalTools.Ghdl, result)!.Code.ShouldBe("TOOL002");
        File.ReadAllText(result.LogPath!).ShouldContain("broken.vhd");
    }

    [Fact]
    public async Task SynthesizeAsync_WritesVerilog_OfTheGenericsGiven()
    {
        var ghdl = await ElaboratedAsync();
        var verilog = Path.Combine(_folder, "out", "counter.v");

        var result = await ghdl.SynthesizeAsync(
            "counter", verilog, Generic("width_g", "5"), TestContext.Current.CancellationToken);

        result.Ok.ShouldBeTrue(string.Join('\n', result.LastLines));
        File.ReadAllText(verilog).ShouldContain("output [4:0] count");
    }

    [Fact]
    public async Task ProbeAsync_FindsTheVersion_OfTheInstalledTool()
    {
        var version = await ToolVersions.ProbeAsync(ExternalTools.Ghdl, TestContext.Current.CancellationToken);

        version.Version.ShouldNotBeNull().ShouldMatch(@"^\d+\.\d+");
    }

    private static ImmutableSortedDictionary<string, string> Generic(string name, string value) =>
        ImmutableSortedDictionary<string, string>.Empty.Add(name, value);

    private static string Source(string name, [CallerFilePath] string caller = "") =>
        Path.Combine(Path.GetDirectoryName(caller)!, name);

    private async Task<Ghdl> ElaboratedAsync()
    {
        var ghdl = new Ghdl(Path.Combine(_folder, "work"));
        var analyzed = await ghdl.AnalyzeAsync(
            [Source("counter.vhd"), Source("counter_tb.vhd")], TestContext.Current.CancellationToken);
        analyzed.Ok.ShouldBeTrue(string.Join('\n', analyzed.LastLines));
        var elaborated = await ghdl.ElaborateAsync("counter_tb", TestContext.Current.CancellationToken);
        elaborated.Ok.ShouldBeTrue(string.Join('\n', elaborated.LastLines));
        return ghdl;
    }
}

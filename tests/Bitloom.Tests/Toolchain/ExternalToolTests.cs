using Bitloom.Toolchain;

namespace Bitloom.Tests.Toolchain;

public sealed class ExternalToolTests
{
    [Theory]
    [InlineData("ghdl", "2.0.0")]
    [InlineData("yosys", "0.23")]
    [InlineData("verilator", "5.006")]
    [InlineData("nextpnr-ice40", "0.4")]
    public void ParseVersion_FindsTheVersion_InWhatTheToolPrints(string executable, string expected)
    {
        var tool = ExternalTools.All.Single(t => t.Executable == executable);

        var version = tool.ParseVersion(Golden.Read($"Captured/{executable}_version.txt"));

        version.ShouldBe(expected);
    }

    [Fact]
    public void ParseVersion_IsNull_WhenTheOutputHasNone()
    {
        ExternalTools.Ghdl.ParseVersion("no such option").ShouldBeNull();
    }

    [Fact]
    public void InstallCommand_NamesTheDebianPackage()
    {
        ExternalTools.Ghdl.InstallCommand.ShouldBe("sudo apt-get install -y ghdl-llvm");
    }

    [Fact]
    public async Task ProbeAsync_SaysNotInstalled_WhenTheProgramIsMissing()
    {
        var tool = ExternalTools.Yosys with { Executable = "bitloom-no-such-program" };

        var version = await ToolVersions.ProbeAsync(tool, TestContext.Current.CancellationToken);

        version.Installed.ShouldBeFalse();
    }

    [Fact]
    public async Task ProbeAsync_SaysUnknown_WhenTheToolPrintsSomethingElse()
    {
        var tool = ExternalTools.Yosys with { Executable = "echo", VersionArguments = ["hello"] };

        var version = await ToolVersions.ProbeAsync(tool, TestContext.Current.CancellationToken);

        version.Version.ShouldBe("unknown");
    }
}

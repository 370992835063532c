using Bitloom.Hdl;
using Bitloom.Toolchain;

namespace Bitloom.Conformance.Tests.Vivado;

/// <summary>
/// What is written for Vivado, as far as it can be checked without: its Tcl runs in tclsh with every command's options
/// and files checked, and its wrapper equals the plain accelerator in GHDL.
/// </summary>
public sealed class VivadoProjectTests
{
    [Theory]
    [InlineData("create", false)]
    [InlineData("synth", false)]
    [InlineData("impl", true)]
    public async Task Script_RunsToItsGoal_AndAddsEveryFile(string goal, bool loadPort)
    {
        using var export = new VivadoExport(loadPort);

        var run = await export.TclAsync(VivadoProject.Script, goal);

        run.Ok.ShouldBeTrue(string.Join('\n', run.LastLines));
        var log = string.Join('\n', run.LastLines);
        log.Contains("launch_runs synth_1", StringComparison.Ordinal).ShouldBe(goal != "create");
        log.Contains("launch_runs impl_1", StringComparison.Ordinal).ShouldBe(goal == "impl");
        log.ShouldContain("set_property top accelerator_axi sources_1");
        File.ReadAllText(export.PathOf("vivado/project/accelerator_constants.vhd"))
            .ShouldContain($"\"{export.PathOf("memory/weight.hex")}\"");
    }

    [Fact]
    public async Task Script_TakesThePartOfItsArgument()
    {
        using var export = new VivadoExport(part: "");

        var without = await export.TclAsync(VivadoProject.Script, "create");
        var with = await export.TclAsync(VivadoProject.Script, "create", "xc7a35tcpg236-1");

        without.Ok.ShouldBeFalse();
        string.Join('\n', without.LastLines).ShouldContain("give the part: -tclargs create PART");
        with.Ok.ShouldBeTrue(string.Join('\n', with.LastLines));
        string.Join('\n', with.LastLines).ShouldContain("-part xc7a35tcpg236-1");
    }

    [Fact]
    public async Task Script_RefusesAnotherGoal()
    {
        using var export = new VivadoExport();

        var run = await export.TclAsync(VivadoProject.Script, "bitstream");

        run.Ok.ShouldBeFalse();
        string.Join('\n', run.LastLines).ShouldContain("the goal is 'bitstream', expected create, synth or impl");
    }

    [Fact]
    public async Task Commands_AreRefused_WithAnOptionThatVivadoDoesNotHave()
    {
        using var export = new VivadoExport();
        File.WriteAllText(export.PathOf("wrong.tcl"), "launch_runs synth_1 -job 2\n");

        var run = await export.TclAsync("wrong.tcl");

        run.Ok.ShouldBeFalse();
        string.Join('\n', run.LastLines).ShouldContain("launch_runs has no option -job");
    }

    [Fact]
    public async Task Constraints_HaveTheClock()
    {
        using var export = new VivadoExport();

        var run = await export.TclAsync(VivadoProject.Constraints);

        run.Ok.ShouldBeTrue(string.Join('\n', run.LastLines));
        string.Join('\n', run.LastLines).ShouldContain("create_clock -name aclk -period 10.000 aclk");
    }

    [Theory]
    [InlineData(6, false)]
    [InlineData(8, true)]
    public async Task Wrapper_EqualsThePlainAccelerator_WithStallsAndAReset(int bits, bool loadPort)
    {
        using var export = new VivadoExport(loadPort, bits: bits);

        var run = await export.SimulateAsync();

        run.Ok.ShouldBeTrue(string.Join('\n', run.LastLines));
        string.Join('\n', run.LastLines).ShouldContain($"PASS {3 * export.Program.Outputs}");
    }

    [Fact]
    public async Task Wrapper_IsPlainVhdl()
    {
        using var export = new VivadoExport(loadPort: true);

        // All that the analyzer of the 1993 standard misses is the engine, which is not.
        var run = await ProcessRunner.RunAsync(
            new("ghdl", ["-s", "--std=93", export.PathOf(VivadoProject.Wrapper)]),
            TestContext.Current.CancellationToken);

        run.LastLines.Where(line => line.Contains(".vhd:", StringComparison.Ordinal))
            .ShouldHaveSingleItem().ShouldEndWith("unit \"accelerator\" not found in library \"work\"");
    }
}

using System.Collections.Immutable;
using Bitloom.Toolchain;

namespace Bitloom.Tests.Toolchain;

public sealed class ToolFaultTests
{
    [Fact]
    public void Of_SaysHowToInstall_WhenTheToolIsMissing()
    {
        var fault = ToolFault.Of(ExternalTools.Ghdl, Result(ProcessOutcome.NotFound, -1));

        fault!.ToString().ShouldBe(
            "error TOOL001 at ghdl: GHDL is not installed\n" +
            "  expected: a program `ghdl` in the search path\n" +
            "  remedy:   install it: sudo apt-get install -y ghdl-llvm");
    }

    [Fact]
    public void CellModels_AreMissing_WhenYosysHasNoneOfTheFamily()
    {
        var fault = CellModels.Missing(CellFamily.Ice40, Result(ProcessOutcome.Exited, 0));

        fault.ToString().ShouldBe(
            "error TOOL008 at out/analyze.log: the simulation models of the cells of ice40 were not found\n" +
            "  expected: the file ice40/cells_sim.v in the data folder of Yosys\n" +
            "  remedy:   install Yosys completely, or set verification.netlistWindows to 0, which leaves the netlist " +
            "unsimulated: sudo apt-get install -y yosys");
    }

    [Theory]
    [InlineData("Parsing Verilog input from `/a/bin/../b c/cells_sim.v' to AST representation.", "/a/b c/cells_sim.v")]
    [InlineData("1. Executing Verilog-2005 frontend: /a/cells_sim.v", null)]
    public void CellModels_AreWhereYosysReadsThem(string line, string? path)
    {
        CellModels.PathIn(line).ShouldBe(path);
    }

    [Fact]
    public void Of_QuotesTheFirstErrorAndTheLog_WhenTheToolFailed()
    {
        var result = Result(ProcessOutcome.Exited, 1, "note", "a.vhd:3:1: error: x", "end");

        var fault = ToolFault.Of(ExternalTools.Ghdl, result);

        fault!.ToString().ShouldBe(
            "error TOOL002 at out/analyze.log: GHDL ended with exit code 1: a.vhd:3:1: error: x\n" +
            "  expected: exit code 0 of: ghdl -a a.vhd\n" +
            "  remedy:   see what it printed in out/analyze.log");
    }

    [Fact]
    public void Of_NamesTheCommand_WhenTheToolTookTooLong()
    {
        var fault = ToolFault.Of(ExternalTools.Ghdl, Result(ProcessOutcome.TimedOut, -1));

        fault!.ToString().ShouldBe(
            "error TOOL003 at out/analyze.log: GHDL did not end within the time allowed and was stopped\n" +
            "  expected: an end in time of: ghdl -a a.vhd\n" +
            "  remedy:   see what it printed in out/analyze.log");
    }

    [Theory]
    [InlineData(ProcessOutcome.Exited, 0)]
    [InlineData(ProcessOutcome.Cancelled, -1)]
    public void Of_IsNull_WhenNobodyIsAtFault(ProcessOutcome outcome, int exitCode)
    {
        ToolFault.Of(ExternalTools.Ghdl, Result(outcome, exitCode)).ShouldBeNull();
    }

    private static ProcessResult Result(ProcessOutcome outcome, int exitCode, params ImmutableArray<string> lines) =>
        new("ghdl -a a.vhd", outcome, exitCode, "out/analyze.log", lines, TimeSpan.Zero);
}

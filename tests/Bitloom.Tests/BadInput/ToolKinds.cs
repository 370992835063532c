using Bitloom.Tests.Toolchain;
using static Bitloom.Tests.Toolchain.FakeTools;

namespace Bitloom.Tests.BadInput;

/// <summary>External programs that are missing, fail, hang or leave nothing.</summary>
internal static class ToolKinds
{
    public static BadInputHeading Heading { get; } = new(
        "tools", "Tools", "An external program is not installed, cannot be started, fails, hangs or leaves no result.",
    [
        new("No tool is installed", "check FOLDER") { Tools = _ => Task.FromResult(Absent) },
        new(
            "GHDL is not installed",
            "build FOLDER") { Tools = _ => Task.FromResult(Present with { Ghdl = Absent.Ghdl }) },
        new("The router is not installed", "check FOLDER --set engine.device=ice40up5k")
        {
            Tools = _ => Task.FromResult(
                Present with { NextpnrIce40 = Absent.NextpnrIce40, Icepack = Absent.Icepack }),
        },
        new("A tool may not be run", "check FOLDER")
        {
            Given = "`FOLDER/ghdl` is a file that nobody may execute.",
            Tools = async folder => Present with
            {
                Ghdl = Present.Ghdl with
                {
                    Executable = await FakeTool.WriteAsync(folder["ghdl"], "exit 0", mode: "644"),
                },
            },
        },
        new("GHDL fails", "build FOLDER --quiet")
        {
            Given = "GHDL prints `accelerator.vhd:7:3: error: no declaration`, and ends with exit code 1.",
            Tools = folder => WriteAsync(
                folder, "echo 'accelerator.vhd:7:3: error: no declaration' >&2; exit 1", "", "", ""),
        },
        new("GHDL is killed", "build FOLDER --quiet")
        {
            Given = "The system ends GHDL with signal 9, as it does when memory runs out.",
            Tools = folder => WriteAsync(folder, "kill -KILL $$", "", "", ""),
        },
        new("GHDL hangs", "build FOLDER --quiet") { Tools = folder => WriteAsync(folder, "sleep 600", "", "", "") },
        new(
            "GHDL leaves no result",
            "build FOLDER --quiet") { Tools = folder => WriteAsync(folder, "exit 0", "", "", "") },
        new("The simulation gives no verdict", "build FOLDER --quiet")
        {
            Given = "GHDL ends well without having played the test bench to its end.",
            Tools = folder => WriteAsync(folder, GoodTranslation, "echo 'checked 2 beats'", "", ""),
        },
        new("Verilator fails to build a simulator", "build FOLDER --quiet")
        {
            Given = "Verilator prints `make: g++: No such file or directory`, and ends with exit code 2.",
            Tools = folder => WriteAsync(
                folder, GoodTranslation, GoodBench, "echo 'make: g++: No such file or directory'; exit 2", ""),
        },
        new("Yosys leaves no netlist", "build FOLDER --quiet")
        {
            Tools = folder => WriteAsync(folder, GoodTranslation, GoodBench, GoodVerilator, "exit 0"),
        },
        new("Yosys writes counts that cannot be read", "build FOLDER --quiet")
        {
            Tools = folder => WriteAsync(
                folder, GoodTranslation, GoodBench, GoodVerilator,
                "echo x >accelerator_netlist.v.part; echo '{\"design\"' >accelerator_cells.json.part"),
        },
    ]);
}

using System.Collections.Immutable;

namespace Bitloom.Toolchain;

/// <summary>The external tools that Bitloom knows.</summary>
public static class ExternalTools
{
    /// <summary>Analyzes, simulates and synthesizes VHDL. The LLVM build simulates fastest.</summary>
    public static ExternalTool Ghdl { get; } =
        new("GHDL", "ghdl", ["--version"], @"GHDL (\d+(?:\.\d+)+)", "ghdl-llvm");

    /// <summary>Synthesizes Verilog to the cells of a device family.</summary>
    public static ExternalTool Yosys { get; } =
        new("Yosys", "yosys", ["-V"], @"Yosys (\d+(?:\.\d+)+)", "yosys");

    /// <summary>Simulates Verilog.</summary>
    public static ExternalTool Verilator { get; } =
        new("Verilator", "verilator", ["--version"], @"Verilator (\d+(?:\.\d+)+)", "verilator");

    /// <summary>Places and routes for the iCE40 family.</summary>
    public static ExternalTool NextpnrIce40 { get; } =
        new("nextpnr-ice40", "nextpnr-ice40", ["--version"], @"Version (?:nextpnr-)?(\d+(?:\.\d+)+)", "nextpnr-ice40");

    /// <summary>Packs routed designs of the iCE40 family into bitstreams. It does not tell its version.</summary>
    public static ExternalTool Icepack { get; } =
        new("icepack", "icepack", ["-h"], @"Version (\d+(?:\.\d+)+)", "fpga-icestorm");

    /// <summary>Runs the build of a simulator, for Verilator.</summary>
    public static ExternalTool Make { get; } =
        new("GNU Make", "make", ["--version"], @"GNU Make (\d+(?:\.\d+)+)", "make");

    /// <summary>Compiles simulators, for Verilator.</summary>
    public static ExternalTool Compiler { get; } =
        new("the C++ compiler", "g++", ["--version"], @"(\d+(?:\.\d+)+)", "g++");

    /// <summary>Those that Bitloom runs itself.</summary>
    public static ImmutableArray<ExternalTool> All { get; } = [Ghdl, Yosys, Verilator, NextpnrIce40, Icepack];
}

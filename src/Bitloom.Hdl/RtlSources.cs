using System.Collections.Immutable;
using System.Reflection;
using Bitloom.Diagnostics;

namespace Bitloom.Hdl;

/// <summary>
/// The hand-written RTL, carried inside this assembly: file names relative to <c>rtl/</c>, in the order in which a VHDL
/// analyzer wants them.
/// </summary>
public static class RtlSources
{
    /// <summary>The package that the generator writes; it comes after <see cref="Packages"/>.</summary>
    public const string GeneratedPackage = "accelerator_constants.vhd";

    /// <summary>The VHDL packages.</summary>
    public static ImmutableArray<string> Packages { get; } =
        ["integer_arithmetic.vhd", "primitives/primitives.vhd", "engine/engine_types.vhd"];

    /// <summary>The VHDL view of the primitives, for simulation with GHDL.</summary>
    public static ImmutableArray<string> VhdlPrimitives { get; } =
    [
        "primitives/memory_contents.vhd",
        "primitives/rom_1r.vhd",
        "primitives/ram_1r1w.vhd",
        "primitives/multiply.vhd",
        "primitives/multiply_accumulate.vhd",
        "primitives/multiply_accumulate_pair.vhd",
    ];

    /// <summary>The Verilog view of the same primitives, for synthesis and Verilator.</summary>
    public static ImmutableArray<string> VerilogPrimitives { get; } =
    [
        "primitives/rom_1r.v",
        "primitives/ram_1r1w.v",
        "primitives/booth_multiply.v",
        "primitives/multiply.v",
        "primitives/multiply_accumulate.v",
        "primitives/multiply_accumulate_pair.v",
    ];

    /// <summary>
    /// Models of block RAMs for the simulation of a netlist: those that Yosys brings are empty. Each file but the first
    /// has one cell and its name.
    /// </summary>
    public static ImmutableArray<string> CellModels { get; } =
        ["netlist/seven_series_block_ram.v", "netlist/RAMB18E1.v", "netlist/RAMB36E1.v"];

    /// <summary>The engine, leaves first, without its primitives.</summary>
    public static ImmutableArray<string> Engine { get; } =
    [
        "engine/sequencer.vhd",
        "engine/drain_control.vhd",
        "engine/activation_banks.vhd",
        "engine/epilogue_lane.vhd",
        "engine/drain_lane.vhd",
        "engine/mac_array.vhd",
        "engine/write_back.vhd",
        "engine/reciprocal_divider.vhd",
        "engine/softmax.vhd",
        "engine/reciprocal_root.vhd",
        "engine/normalizer.vhd",
        "engine/row_maxima.vhd",
        "engine/stream_input.vhd",
        "engine/stream_output.vhd",
        "engine/loadable_memory.vhd",
        "engine/weight_memory.vhd",
        "engine/model_memory.vhd",
        "engine/loader.vhd",
        "engine/datapath.vhd",
        "engine/engine.vhd",
        "engine/accelerator.vhd",
    ];

    /// <summary>The accelerator behind a serial line, leaves first; the last is the top.</summary>
    public static ImmutableArray<string> Boards { get; } =
    [
        "boards/uart_types.vhd",
        "boards/uart_receiver.vhd",
        "boards/uart_transmitter.vhd",
        "boards/uart_frames.vhd",
        "boards/uart_accelerator.vhd",
    ];

    /// <summary>The top of an iCE40 UltraPlus bitstream, in Verilog.</summary>
    public const string Ice40Board = "boards/ice40_board.v";

    /// <summary>The simulated board, for Verilator.</summary>
    public const string BoardMain = "test/uart_main.cpp";

    /// <summary>What the bench of the whole accelerator reads loads with.</summary>
    public const string LoadScript = "test/load_script.vhd";

    /// <summary>The bench of the whole accelerator.</summary>
    public const string AcceleratorBench = "test/accelerator_tb.vhd";

    /// <summary>The same bench for Verilator.</summary>
    public const string VerilatorBench = "test/accelerator_main.cpp";

    /// <summary>Names of the primitives: what GHDL leaves as black boxes when their VHDL view is absent.</summary>
    public static ImmutableArray<string> PrimitiveNames { get; } =
        ["rom_1r", "ram_1r1w", "multiply", "multiply_accumulate", "multiply_accumulate_pair"];

    /// <summary>Every file that a project needs to be simulated and synthesized.</summary>
    public static IEnumerable<string> All =>
        [
            .. Packages, .. VhdlPrimitives, .. VerilogPrimitives, .. CellModels, .. Engine, .. Boards, Ice40Board,
            LoadScript, AcceleratorBench, VerilatorBench, BoardMain,
        ];

    /// <summary>The text of the file <paramref name="name"/>, relative to <c>rtl/</c>.</summary>
    public static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("rtl/" + name)
            ?? throw new ArgumentException($"no RTL file is called {name}", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Writes <see cref="All"/> below <paramref name="directory"/>.</summary>
    public static void WriteTo(string directory)
    {
        foreach (var name in All)
            AtomicFile.Write(Path.Combine(directory, name), Read(name));
    }
}

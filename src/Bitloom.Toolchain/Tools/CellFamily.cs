using System.Collections.Immutable;

namespace Bitloom.Toolchain;

/// <summary>A device family that Yosys maps to, and all that differs between families.</summary>
/// <param name="Name">As device files name it.</param>
/// <param name="Command">The synthesis command: flattened, without pads.</param>
/// <param name="Defines">Macros with which the sources are read.</param>
/// <param name="Models">
/// Yosys's simulation models of the cells, below its data folder; null where some cells have none, so that a netlist
/// cannot be simulated.
/// </param>
/// <param name="ModelDefines">Macros with which Verilator reads these models.</param>
/// <param name="Resources">What the cells of a netlist take.</param>
public sealed record CellFamily(
    string Name,
    string Command,
    ImmutableArray<string> Defines,
    string? Models,
    ImmutableArray<string> ModelDefines,
    Func<CellCounts, ResourceCounts> Resources)
{
    /// <summary>The models of a family that has them; that it has, the caller knows.</summary>
    internal string KnownModels => Models ?? throw new InvalidOperationException($"{Name} has no models of its cells");

    /// <summary>AMD 7 series (Spartan-7, Artix-7, Kintex-7, Zynq-7000).</summary>
    /// <remarks>
    /// Registers stay flip-flops: a LUT as a shift register answers 1.2 ns later, and in the array there are chains.
    /// </remarks>
    public static CellFamily SevenSeries { get; } = new(
        "xc7", "synth_xilinx -family xc7 -flatten -noiopad -nosrl", [], "xilinx/cells_sim.v", [],
        SevenSeriesCells.Resources);

    /// <summary>Lattice iCE40 UltraPlus, the member of the family that has multipliers.</summary>
    /// <remarks>Verilator 5.006 does not parse default values of ports, which the models have unless told not to.</remarks>
    public static CellFamily Ice40 { get; } = new(
        "ice40", "synth_ice40 -device u -dsp", ["NO_LUT_MEMORY", "OPERAND_REGISTERS"], "ice40/cells_sim.v",
        ["NO_ICE40_DEFAULT_ASSIGNMENTS"], Ice40Cells.Resources);

    /// <summary>AMD UltraScale+.</summary>
    /// <remarks>Yosys 0.23 has DSP48E2 and the block RAM as black boxes; it packs no registers into DSP48E2.</remarks>
    public static CellFamily UltraScalePlus { get; } = new(
        "xcup", "synth_xilinx -family xcup -flatten -noiopad -nosrl", [], null, [], UltraScalePlusCells.Resources);

    /// <summary>Lattice ECP5.</summary>
    /// <remarks>Yosys 0.23 has MULT18X18D and the block RAM as black boxes.</remarks>
    public static CellFamily Ecp5 { get; } = new("ecp5", "synth_ecp5", [], null, [], Ecp5Cells.Resources);
}

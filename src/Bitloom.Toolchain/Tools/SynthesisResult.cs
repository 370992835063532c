using Bitloom.Diagnostics;

namespace Bitloom.Toolchain;

/// <summary>A synthesis: how the tool ended, the cells of the netlist, and the netlist's Verilog file.</summary>
/// <param name="Cells">
/// The counts, or the diagnostics that say why there are none; without both when the run was cancelled.
/// </param>
public sealed record SynthesisResult(ProcessResult Process, Checked<CellCounts> Cells, string NetlistPath);

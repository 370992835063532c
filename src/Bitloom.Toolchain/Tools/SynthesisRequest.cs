using System.Collections.Immutable;

namespace Bitloom.Toolchain;

/// <summary>Verilog files to synthesize for the 7 series (Spartan-7, Artix-7, Kintex-7, Zynq-7000).</summary>
public sealed record SynthesisRequest(string Top, ImmutableArray<string> VerilogFiles)
{
    /// <summary>Further options of <c>synth_xilinx</c>, such as <c>-nodsp</c>.</summary>
    public ImmutableArray<string> Options { get; init; } = [];

    /// <summary>Yosys is killed after this time; that of the tool when null.</summary>
    public TimeSpan? Timeout { get; init; }
}

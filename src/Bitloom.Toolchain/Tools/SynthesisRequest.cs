using System.Collections.Immutable;

namespace Bitloom.Toolchain;

/// <summary>Verilog files to synthesize for a family of devices.</summary>
public sealed record SynthesisRequest(string Top, ImmutableArray<string> VerilogFiles, CellFamily Family)
{
    /// <summary>Further options of the family's command, such as <c>-nodsp</c>.</summary>
    public ImmutableArray<string> Options { get; init; } = [];

    /// <summary>Macros with which the sources are read, beside those of the family: NAME or NAME=VALUE.</summary>
    public ImmutableArray<string> Defines { get; init; } = [];

    /// <summary>Whether the netlist is written for a router as well: TOP_netlist.json.</summary>
    public bool ForRouting { get; init; }

    /// <summary>Yosys is killed after this time; that of the tool when null.</summary>
    public TimeSpan? Timeout { get; init; }
}

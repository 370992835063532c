using System.Collections.Immutable;
using Bitloom.Toolchain;

namespace Bitloom.Pipeline;

/// <summary>The external programs that a build runs.</summary>
public sealed record BuildTools(ExternalTool Ghdl, ExternalTool Verilator, ExternalTool Yosys)
{
    /// <summary>Places and routes for iCE40.</summary>
    public ExternalTool NextpnrIce40 { get; init; } = ExternalTools.NextpnrIce40;

    /// <summary>Packs bitstreams for iCE40.</summary>
    public ExternalTool Icepack { get; init; } = ExternalTools.Icepack;

    /// <summary>
    /// What the others run; a check looks for them, as what they say when one is missing is hard to read.
    /// </summary>
    public ImmutableArray<ExternalTool> Compilers { get; init; } = [ExternalTools.Make, ExternalTools.Compiler];

    /// <summary>Where compiled simulators are kept; the user's cache folder when null.</summary>
    public string? SimulatorFolder { get; init; }

    /// <summary>Bytes that can still be written at a path; null: that cannot be told.</summary>
    internal Func<string, long?> FreeSpace { get; init; } = MachineCheck.FreeSpaceOf;

    /// <summary>Those in the search path.</summary>
    public static BuildTools Installed { get; } = new(ExternalTools.Ghdl, ExternalTools.Verilator, ExternalTools.Yosys);
}

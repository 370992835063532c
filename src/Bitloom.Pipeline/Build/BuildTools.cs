using Bitloom.Toolchain;

namespace Bitloom.Pipeline;

/// <summary>The external programs that a build runs.</summary>
public sealed record BuildTools(ExternalTool Ghdl, ExternalTool Verilator, ExternalTool Yosys)
{
    /// <summary>Where compiled simulators are kept; the user's cache folder when null.</summary>
    public string? SimulatorFolder { get; init; }

    /// <summary>Those in the search path.</summary>
    public static BuildTools Installed { get; } = new(ExternalTools.Ghdl, ExternalTools.Verilator, ExternalTools.Yosys);
}

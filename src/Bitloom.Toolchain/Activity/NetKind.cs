namespace Bitloom.Toolchain;

/// <summary>What drives a net of a netlist of cells, as far as it is counted.</summary>
public enum NetKind
{
    /// <summary>Nothing that is counted.</summary>
    Other,

    /// <summary>A LUT, of logic or as memory.</summary>
    Lut,

    /// <summary>A flip-flop.</summary>
    FlipFlop,

    /// <summary>A carry chain.</summary>
    Carry,
}

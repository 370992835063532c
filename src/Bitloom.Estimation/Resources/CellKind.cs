namespace Bitloom.Estimation;

/// <summary>What the mapper decides about, so that it is fitted.</summary>
public enum CellKind
{
    /// <summary>LUTs of logic.</summary>
    Lut,

    /// <summary>Flip-flops.</summary>
    FlipFlop,

    /// <summary>CARRY4, or SB_CARRY.</summary>
    Carry,
}

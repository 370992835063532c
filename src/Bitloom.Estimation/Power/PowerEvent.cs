namespace Bitloom.Estimation;

/// <summary>What takes energy in a circuit, each with a coefficient in <c>calibration/power</c>.</summary>
public enum PowerEvent
{
    /// <summary>A cycle of the clock's trunk.</summary>
    ClockTree,

    /// <summary>A cycle of the clock at one flip-flop.</summary>
    FlipFlopClock,

    /// <summary>A change of a flip-flop's output.</summary>
    FlipFlopToggle,

    /// <summary>A change of a LUT's output.</summary>
    LutToggle,

    /// <summary>A change of the net that a LUT or a flip-flop drives.</summary>
    NetToggle,

    /// <summary>A change of a bit of a carry chain.</summary>
    CarryToggle,

    /// <summary>A cycle in which a port of a memory block is enabled.</summary>
    BlockRamAccess,

    /// <summary>A result of a DSP slice.</summary>
    MultiplierOperation,

    /// <summary>An access of a large memory.</summary>
    LargeRamAccess,

    /// <summary>A change of a pin.</summary>
    OutputToggle,
}

using System.Text.Json.Serialization;

namespace Bitloom;

/// <summary>What of the test part is played, and through what: the section <c>verification</c>.</summary>
public sealed record VerificationSettings : SectionSettings
{
    /// <summary>Windows through the VHDL in GHDL.</summary>
    public int? Windows { get; init; }

    /// <summary>Windows through the translated engine in Verilator.</summary>
    public int? TranslatedWindows { get; init; }

    /// <summary>Windows through the synthesized netlist in Verilator; 0: it is not simulated.</summary>
    public int? NetlistWindows { get; init; }

    /// <summary>Draws the windows.</summary>
    public int? Seed { get; init; }

    /// <summary>
    /// Synthesize as well, for the counts of resources and the netlist, and route where the device has a router; true
    /// by default. Without it GHDL and Verilator are all that is needed.
    /// </summary>
    [JsonIgnore]
    public bool Synthesize { get; init; } = true;
}

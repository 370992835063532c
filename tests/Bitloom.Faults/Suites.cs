namespace Bitloom.Faults;

/// <summary>Who notices a fault of the RTL, besides the benches of single entities.</summary>
public static class Suites
{
    /// <summary>A program in GHDL, at full speed and stalled: outputs and cycles.</summary>
    public const string Accelerator = "accelerator";

    /// <summary>A program in GHDL with normalizations, a table and two outputs.</summary>
    public const string Further = "further";

    /// <summary>A program in GHDL with causal softmaxes.</summary>
    public const string Causal = "causal";

    /// <summary>A product in GHDL whose sums are as wide as the compiler proved.</summary>
    public const string Extremes = "extremes";

    /// <summary>The two views of a primitive, cycle by cycle, in GHDL and Icarus Verilog.</summary>
    public const string Views = "views";

    /// <summary>The translated program in Verilator.</summary>
    public const string Translated = "translated";
}

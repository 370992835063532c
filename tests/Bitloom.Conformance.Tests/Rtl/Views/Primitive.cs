using System.Collections.Immutable;

namespace Bitloom.Conformance.Tests.Rtl.Views;

/// <summary>A primitive with its parameters, as both views have it: inputs beside the clock, one output.</summary>
public sealed record Primitive(
    string Name,
    ImmutableArray<(string Name, object Value)> Parameters,
    ImmutableArray<PrimitivePort> Inputs,
    PrimitivePort Output)
{
    /// <summary>Bits of a stimulus: the inputs side by side, the first one high.</summary>
    public int StimulusBits => Inputs.Sum(port => port.Bits);

    /// <summary>The inputs with their high and low bit in a stimulus.</summary>
    public IEnumerable<(PrimitivePort Port, int High, int Low)> Slices()
    {
        var high = StimulusBits;
        foreach (var port in Inputs)
        {
            high -= port.Bits;
            yield return (port, high + port.Bits - 1, high);
        }
    }

    public static Primitive Multiply(int a, int b, string kind = "dsp") => new(
        "multiply",
        [("a_bits_g", a), ("b_bits_g", b), ("kind_g", kind)],
        [new("a", "signed", a), new("b", "signed", b)],
        new("p", "signed", a + b));

    public static Primitive MultiplyAccumulate(int a, int b, int p, string kind = "dsp") => new(
        "multiply_accumulate",
        [("a_bits_g", a), ("b_bits_g", b), ("p_bits_g", p), ("kind_g", kind)],
        [new("a", "signed", a), new("b", "signed", b), new("first", "std_ulogic", 1), new("enable", "std_ulogic", 1)],
        new("p", "signed", p));

    public static Primitive Pair(int a, int b, int shift, int p, string kind) => new(
        "multiply_accumulate_pair",
        [("a_bits_g", a), ("b_bits_g", b), ("shift_g", shift), ("p_bits_g", p), ("kind_g", kind)],
        [
            new("a", "signed", a),
            new("b", "signed", shift + b + 1),
            new("first", "std_ulogic", 1),
            new("enable", "std_ulogic", 1),
        ],
        new("p", "std_ulogic_vector", 2 * p + 1));

    public static Primitive Rom(int width, int depth, int addressBits, string kind, string file) => new(
        "rom_1r",
        [("width_g", width), ("depth_g", depth), ("address_bits_g", addressBits), ("kind_g", kind), ("file_g", file)],
        [new("read_address", "std_ulogic_vector", addressBits)],
        new("read_data", "std_ulogic_vector", width));

    public static Primitive Ram(int width, int depth, int addressBits, string kind, string file = "none") => new(
        "ram_1r1w",
        [("width_g", width), ("depth_g", depth), ("address_bits_g", addressBits), ("kind_g", kind), ("file_g", file)],
        [
            new("write_enable", "std_ulogic", 1),
            new("write_address", "std_ulogic_vector", addressBits),
            new("write_data", "std_ulogic_vector", width),
            new("read_address", "std_ulogic_vector", addressBits),
        ],
        new("read_data", "std_ulogic_vector", width));
}

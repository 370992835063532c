using System.Collections.Immutable;

namespace Bitloom.Faults;

/// <summary>The Verilog views of the primitives, which synthesis and Verilator read.</summary>
internal static class VerilogFaults
{
    public static ImmutableArray<Fault> All { get; } =
    [
        new("view: unsigned product", "rtl/primitives/multiply.v",
            "input signed [a_bits_g-1:0] a", "input [a_bits_g-1:0] a", Suites.Views),
        new("view: product not registered", "rtl/primitives/multiply_accumulate.v",
            "product <= a_reg * b_reg;", "product <= a * b;", Suites.Views),
        new("view: sums while disabled", "rtl/primitives/multiply_accumulate.v",
            "if (enable) sum <=", "sum <=", Suites.Views),
        new("view: slices read alike", "rtl/primitives/ram_1r1w.v",
            ".write_data(write_data[low +: bits])", ".write_data(write_data[0 +: bits])", Suites.Views),
        new("view: block memory that writes through", "rtl/primitives/ram_1r1w.v",
            "word <= words[read_address];",
            "word <= write_enable && write_address == read_address ? write_data : words[read_address];", Suites.Views)
        { Occurrence = 1 },
        new("view: table of another address", "rtl/primitives/rom_1r.v",
            "words[read_address]", "words[read_address ^ 1]", Suites.Views) { Occurrence = 1 },
        new("view: sums never start", "rtl/primitives/multiply_accumulate.v",
            "(first ? $signed({p_bits_g{1'b0}}) : sum)", "sum", Suites.Translated),
        new("view: memory cut to 32 bits", "rtl/primitives/ram_1r1w.v",
            "width_g - low > 36 ? 36 : width_g - low", "width_g - low > 32 ? 32 : width_g - low", Suites.Translated),
    ];
}

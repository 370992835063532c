using System.Collections.Immutable;

namespace Bitloom.Faults;

/// <summary>The Verilog views of the primitives, which synthesis and Verilator read.</summary>
internal static class VerilogFaults
{
    public static ImmutableArray<Fault> All { get; } =
    [
        new("view: unsigned product", "rtl/primitives/multiply.v",
            "input signed [a_bits_g-1:0] a", "input [a_bits_g-1:0] a", Suites.Views)
        { Occurrence = 1 },
        new("view: product not registered", "rtl/primitives/multiply_accumulate.v",
            "product_reg <= a_reg * b_reg;", "product_reg <= a * b;", Suites.Views),
        new("view: sums while disabled", "rtl/primitives/multiply_accumulate.v",
            "if (enable) sum <=", "sum <=", Suites.Views),
        new("view: pair without its carry", "rtl/primitives/multiply_accumulate_pair.v",
            "product[shift_g-1]})", "1'b0})", Suites.Views),
        new("view: pair inside a bit off", "rtl/primitives/multiply_accumulate_pair.v",
            "sum[shift_g+p_bits_g-1:shift_g]", "sum[shift_g+p_bits_g:shift_g+1]", Suites.Views),
        new("view: digits without the bit below", "rtl/primitives/booth_multiply.v",
            ", b, 1'b0}", ", b, 1'b1}", Suites.Views),
        new("view: negative multiples without their one", "rtl/primitives/booth_multiply.v",
            "{upper, digit[2]}", "{upper, 1'b0}", Suites.Views),
        new("view: late rows of the next operand", "rtl/primitives/booth_multiply.v",
            ".a(a_reg), .digit", ".a(a), .digit", Suites.Views),
        new("view: slices read alike", "rtl/primitives/ram_1r1w.v",
            ".write_data(write_data[low +: bits])", ".write_data(write_data[0 +: bits])", Suites.Views),
        new("view: block memory that writes through", "rtl/primitives/ram_1r1w.v",
            "word <= words[read_address];",
            "word <= write_enable && write_address == read_address ? write_data : words[read_address];", Suites.Views)
        { Occurrence = 1 },
        new("view: table of another address", "rtl/primitives/rom_1r.v",
            "words[read_address]", "words[read_address ^ 1]", Suites.Views) { Occurrence = 1 },
        new("view: sums never start", "rtl/primitives/multiply_accumulate_pair.v",
            "first ? $signed(48'b0) : sum", "sum", Suites.Translated),
        new("view: sums beside never start", "rtl/primitives/multiply_accumulate_pair.v",
            "first ? $signed({p_bits_g{1'b0}}) : low_sum", "low_sum", Suites.Views),
        new("view: memory cut to 32 bits", "rtl/primitives/ram_1r1w.v",
            "width_g - low > 36 ? 36 : width_g - low", "width_g - low > 32 ? 32 : width_g - low", Suites.Translated),
    ];
}

using System.Collections.Immutable;
using Bitloom.Hdl;

namespace Bitloom.Conformance.Tests.Rtl;

/// <summary>One fault in one file of the RTL, of the kind that a slip of the hand makes.</summary>
public sealed record RtlMutant(string Name, string File, string Original, string Fault, string Bench)
{
    public static ImmutableArray<RtlMutant> All { get; } =
    [
        new("clamp forgets its maximum", "integer_arithmetic.vhd",
            "result_v := maximum;", "result_v := minimum;", "integer_arithmetic_tb"),
        new("shift fills with zeros", "integer_arithmetic.vhd",
            "result_v := sign_extend(normal_v(value'length - 1 downto amount), value'length - minimum);",
            "result_v := (others => '0'); "
            + "result_v(value'length - 1 - amount downto 0) := normal_v(value'length - 1 downto amount);",
            "integer_arithmetic_tb"),
        new("product of magnitudes", "primitives/multiply.vhd",
            "product <= a * b;", "product <= signed(unsigned(a) * unsigned(b));", "multiply_tb"),
        new("sum starts while disabled", "primitives/multiply_accumulate.vhd",
            "if enable = '1' then", "if enable = '1' or first = '1' then", "multiply_accumulate_tb"),
        new("memory without its last word", "primitives/rom_1r.vhd",
            "if address_v < depth_g then", "if address_v < depth_g - 1 then", "rom_1r_tb"),
        new("memory that writes through", "primitives/ram_1r1w.vhd",
            "words(address_v) <= write_data;",
            "words(address_v) <= write_data; if write_address = read_address then word <= write_data; end if;",
            "ram_1r1w_tb"),
        new("memory without its first contents", "primitives/ram_1r1w.vhd",
            "words : words_t                                := first_words;",
            "words : words_t := (others => (others => '0'));", "ram_1r1w_tb"),
        new("residual tiles not advanced", "engine/sequencer.vhd",
            "residual_tile <= residual_tile + columns_g;", "null;", "sequencer_tb"),
        new("shared constants advance", "engine/sequencer.vhd",
            "if instruction.constant_shared = '0' then", "if instruction.constant_shared = '1' then", "sequencer_tb"),
        new("key words of a part never complete", "engine/drain_control.vhd",
            "slot.word_complete <= busy and (last_group or last_of_key);",
            "slot.word_complete <= busy and last_of_key;", "drain_control_tb"),
        new("offset not as given", "engine/epilogue_lane.vhd",
            "offset_reg <= offset;", "offset_reg <= offset + 1;", "epilogue_lane_tb"),
        new("group selects a neighbor", "engine/mac_array.vhd",
            "if read_column = column and read_group = group_index then",
            "if read_column = column and read_group <= group_index then", "mac_array_tb"),
        new("last row not written", "engine/write_back.vhd",
            "if flush_row = flush_rows then", "if flush_row + 1 >= flush_rows then", "write_back_tb"),
        new("equal remainder not subtracted", "engine/reciprocal_divider.vhd",
            "if next_v >= subtrahend then", "if next_v > subtrahend then", "reciprocal_divider_tb"),
        new("maximum kept from the tile before", "engine/softmax.vhd",
            "(first_at(1) = '1' or score_v > maxima(index))", "(score_v > maxima(index))", "softmax_tb"),
        new("table of the next instruction", "engine/softmax.vhd",
            "std_ulogic_vector(address_v + table_start(", "std_ulogic_vector(address_v + table_base(", "softmax_tb"),
        new("early last ignored", "engine/stream_input.vhd",
            "if in_last = '1' or (", "if (", "stream_input_tb"),
        new("window begins in a pause", "engine/stream_input.vhd",
            "enable and not done and not pause;", "enable and not done;", "stream_input_tb"),
        new("early last leaves a window begun", "engine/stream_input.vhd",
            "begun     <= '0';\n          feature", "feature", "stream_input_tb"),
        new("words beyond the memory wrap around", "engine/loader.vhd",
            "write(index) <= complete and not beyond;", "write(index) <= complete;", "loader_tb"),
        new("load in the middle of a window", "engine/loader.vhd",
            "if load_valid = '1' and collecting = '0' then", "if load_valid = '1' then", "loader_tb"),
        new("window beside the last word", "engine/loader.vhd",
            "if rst = '1' or ending = '1' then", "if rst = '1' or (load_valid and ready and load_last) = '1' then",
            "loader_tb"),
        new("load that ended early goes on", "engine/loader.vhd",
            "if load_last = '1' then\n          state <= naming;", "if load_last = '1' then\n          null;",
            "loader_tb"),
        new("address kept from the section before", "engine/loader.vhd",
            "address    <= (others => '0');\n          beyond", "beyond", "loader_tb"),
        new("reset forgets a division", "engine/softmax.vhd",
            "digit     <= (others => '0');\n        row ", "row ", "softmax_tb"),
        new("row tiles one word apart", "engine/stream_output.vhd",
            "next_base_v := tile_base + stride;", "next_base_v := tile_base + 1;", "stream_output_tb"),
        new("last in every column", "engine/stream_output.vhd",
            "row = last_rows and column = columns else", "row = last_rows else", "stream_output_tb"),
    ];

    /// <summary>The file with the fault.</summary>
    public string Text
    {
        get
        {
            var source = RtlSources.Read(File);
            source.ShouldContain(Original, Case.Sensitive, $"the RTL has changed: renew the fault '{Name}'");
            return source.Replace(Original, Fault, StringComparison.Ordinal);
        }
    }

    public override string ToString() => Name;
}

using System.Collections.Immutable;

namespace Bitloom.Faults;

/// <summary>How entities are connected: engine, banks, drain lane and top, which only a program exercises.</summary>
internal static class AcceleratorFaults
{
    private const string Datapath = "rtl/engine/datapath.vhd";
    private const string Banks = "rtl/engine/activation_banks.vhd";
    private const string Lane = "rtl/engine/drain_lane.vhd";
    private const string Top = "rtl/engine/accelerator.vhd";

    public static ImmutableArray<Fault> All { get; } =
    [
        new("unsigned A operands sign-extended", Datapath,
            "extend(element_v, source_unsigned, a_bits_c)", "extend(element_v, '0', a_bits_c)", Suites.Accelerator),
        new("B operands never from the B bank", Datapath,
            "if b_bank_at = '1' then", "if b_bank_at = 'X' then", Suites.Accelerator),
        new("sums captured a step early", Datapath,
            "capture      => last_at(6),", "capture      => last_at(5),", Suites.Accelerator),
        new("drain starts a cycle early", Datapath,
            "activate <= last_at(6) or", "activate <= last_at(5) or", Suites.Accelerator),
        new("probabilities drained a cycle early", Datapath,
            "or softmax_write_at(2);", "or softmax_write_at(1);", Suites.Accelerator),
        new("words written a cycle early", Datapath,
            "slot         => slots(6),", "slot         => slots(5),", Suites.Accelerator),
        new("every exponential is the table's first", "rtl/engine/model_memory.vhd",
            "downto lane * table_bits_c),", "downto lane * table_bits_c) and (table_bits_c downto 1 => '0'),",
            Suites.Accelerator),
        new("reciprocals of the group before", Datapath,
            "reciprocal_group => slot.group_index,", "reciprocal_group => slots(1).group_index,", Suites.Accelerator),
        new("output read at the array's address", Datapath,
            "output_address when output_busy = '1'", "a_address when output_busy = '1'", Suites.Accelerator),
        new("bits of B operands lost", Datapath,
            "downto column * element_bits_g)), weight_bits_g));",
            "downto column * element_bits_g + 1)), weight_bits_g));", Suites.Accelerator),

        new("residual of the array's word", Banks,
            "bank0_address    <= residual_address when residual = '1' and residual_bank = bank0_c\n",
            "bank0_address    <= residual_address when false\n", Suites.Accelerator),
        new("scores of the array's word", Banks,
            "else softmax_address when softmax = '1' and softmax_bank = bank1_c else source_address;",
            "else source_address;", Suites.Accelerator),
        new("scores of bank 0 alone", Banks,
            "softmax_word <= bank1_word when softmax_bank_at = bank1_c else bank0_word;",
            "softmax_word <= bank0_word;", Suites.Accelerator),
        new("residual from the input never read", Banks,
            "else input_word when input_residual_g and residual_bank_at = input_c", "", Suites.Further),
        new("positions of the array's word", Banks,
            "constant_address <= residual_address when residual = '1' and residual_bank = constant_c else",
            "constant_address <=", Suites.Accelerator),
        new("both banks written", Banks,
            "when write = '1' and write_bank = bank0_c else", "when write = '1' else", Suites.Accelerator),
        new("lanes of the input swapped", Banks,
            "write_enable  => input_lane(lane),", "write_enable  => input_lane(rows_g - 1 - lane),",
            Suites.Accelerator),
        new("bank of the residual confused", Banks,
            "residual_bank_at <= residual_bank;", "residual_bank_at <= source_bank;", Suites.Accelerator),

        new("residual of the group before", Lane,
            "pick(elements_v, slot.group_index,", "pick(elements_v, slot.group_index - 1,", Suites.Accelerator),
        new("residual where there is none", Lane,
            "if slot.residual = '1' then", "if true then", Suites.Accelerator),
        new("residual's sign confused", Lane,
            "extend(element_v, slot.residual_unsigned,", "extend(element_v, not slot.residual_unsigned,",
            Suites.Accelerator),
        new("hardware: probability without its half", Lane,
            "half_v(amount - 1) := '1';", "null;", Suites.Accelerator),
        new("softmax with the epilogue's multiplier", Lane,
            "multiplier  <= signed(zero_extend(exponential, multiplier_bits_c));", "multiplier  <= (others => '0');",
            Suites.Accelerator),
        new("multiplier and residual multiplier confused", Lane,
            "multiplier_bits_g + residual_multiplier_bits_g - 1 downto multiplier_bits_g));",
            "residual_multiplier_bits_g - 1 downto 0));", Suites.Accelerator),

        new("hardware: accumulators one bit narrow", Top,
            "accumulator_bits_g         => accumulator_bits_c,",
            "accumulator_bits_g         => accumulator_bits_c - 1,",
            Suites.Extremes),
        new("hardware: sums one bit narrow", Top,
            "sum_bits_g                 => sum_bits_c,", "sum_bits_g                 => sum_bits_c - 1,",
            Suites.Extremes),
        new("shifts not all provided", Top,
            "shift_maximum_g            => shift_maximum_c,", "shift_maximum_g            => shift_minimum_c,",
            Suites.Accelerator) { Occurrence = 1 },
        new("window one token short", Top,
            "window_g                   => window_c,", "window_g                   => window_c - 1,",
            Suites.Accelerator),
    ];
}

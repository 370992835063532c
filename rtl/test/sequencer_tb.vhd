--! Random programs, each run several times: what the sequencer says in every cycle follows from the loops written down
--! in docs/engine.md. Instruction words are assembled field by field, as the document lists them.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.engine_types.all;
use work.bench_types.all;

entity sequencer_tb is
  generic (
    rows_g         : positive := 6;     --! T.
    columns_g      : positive := 3;     --! G.
    element_bits_g : positive := 8;     --! AW.
    address_bits_g : positive := 9;     --! AB.
    count_bits_g   : positive := 6;     --! CB.
    corrupt_g      : boolean  := false; --! One check expects a wrong value.
    seed_g         : positive := 1      --! Of the stimuli.
  );
end entity sequencer_tb;

architecture bench of sequencer_tb is
  constant instructions_c : positive := 7;
  constant program_bits_c : positive := 3;
  constant word_bits_c    : positive := 9 * 1 + 4 * 2 + 3 + 2 * 6 + 8 * count_bits_g + 12 * address_bits_g
    + 2 * (element_bits_g + 1);

  subtype word_t is std_ulogic_vector(word_bits_c - 1 downto 0);
  type words_t is array (0 to 2 ** program_bits_c - 1) of word_t;
  type program_t is array (0 to instructions_c - 1) of instruction_t;

  shared variable stimuli : stimuli_t;
  shared variable checks  : checks_t;

  signal words           : words_t    := (others => (others => '0'));
  signal clk             : std_ulogic := '0';
  signal rst             : std_ulogic := '1';
  signal start           : std_ulogic := '0';
  signal program_address : std_ulogic_vector(program_bits_c - 1 downto 0);
  signal program_word    : word_t     := (others => '0');
  signal current         : instruction_t;
  signal a_address       : unsigned(address_bits_g - 1 downto 0);
  signal b_address       : unsigned(address_bits_g - 1 downto 0);
  signal step_valid      : std_ulogic;
  signal step_first      : std_ulogic;
  signal step_last       : std_ulogic;
  signal softmax_start   : std_ulogic;
  signal softmax_write   : std_ulogic;
  signal norm_start      : std_ulogic;
  signal drain           : drain_t;
  signal output_start    : std_ulogic;
  signal output_done     : std_ulogic := '0';
  signal idle            : std_ulogic;

  impure function address return field_t is
  begin
    return to_unsigned(stimuli.pick(0, 2 ** address_bits_g - 1), 16);
  end function address;

  impure function count(low : natural; high : natural) return field_t is
  begin
    return to_unsigned(stimuli.pick(low, high), 16);
  end function count;

  impure function flag return std_ulogic is
  begin
    return level(stimuli.chance(0.5));
  end function flag;

  impure function random_instruction(opcode : opcode_t) return instruction_t is
    variable result_v : instruction_t;
  begin
    result_v.opcode      := opcode;
    result_v.start_delay := count(0, 5);
    if stimuli.chance(0.4) then
      result_v.start_delay := count(0, 0);
    end if;
    result_v.a_bank            := to_unsigned(stimuli.pick(0, 3), 2);
    result_v.a_unsigned        := flag;
    result_v.a_base            := address;
    result_v.a_stride          := address;
    result_v.b_bank            := flag;
    result_v.b_base            := address;
    result_v.b_stride          := address;
    result_v.steps             := count(0, 12);
    result_v.tile_cycles       := count(3, 12);
    if result_v.steps > result_v.tile_cycles then
      result_v.tile_cycles := result_v.steps;
    end if;
    result_v.row_tiles         := count(0, 2);
    result_v.column_tiles      := count(0, 2);
    if opcode = probabilities_c or opcode = norm_c then
      result_v.column_tiles := count(0, 0);
    end if;
    result_v.last_columns      := count(0, columns_g - 1);
    result_v.last_rows         := count(0, rows_g - 1);
    result_v.groups            := count(0, rows_g - 1);
    result_v.constant_base     := address;
    result_v.constant_shared   := flag;
    result_v.residual          := flag;
    result_v.residual_unsigned := flag;
    result_v.residual_bank     := to_unsigned(stimuli.pick(0, 3), 2);
    result_v.residual_base     := address;
    result_v.residual_stride   := address;
    result_v.k                 := unsigned(stimuli.word(6));
    result_v.s                 := unsigned(stimuli.word(6));
    result_v.minimum           := to_signed(stimuli.pick(-2 ** element_bits_g, 2 ** element_bits_g - 1), 16);
    result_v.maximum           := to_signed(stimuli.pick(-2 ** element_bits_g, 2 ** element_bits_g - 1), 16);
    result_v.d_bank            := to_unsigned(stimuli.pick(0, 2), 2);
    result_v.d_layout          := to_unsigned(stimuli.pick(0, 2), 2);
    result_v.d_base            := address;
    result_v.d_row_stride      := address;
    result_v.d_column_stride   := address;
    result_v.d_key_stride      := address;
    result_v.maxima            := flag;
    result_v.lookup            := flag;
    result_v.function_base     := address;
    result_v.centered          := flag;
    result_v.causal            := flag;
    return result_v;
  end function random_instruction;

  --! The instruction word, fields from the low bit up.
  function encode(instruction : instruction_t) return word_t is
    variable result_v : word_t;
    variable filled_v : natural := 0;

    procedure put(value : std_ulogic_vector) is
    begin
      result_v(filled_v + value'length - 1 downto filled_v) := value;
      filled_v := filled_v + value'length;
    end procedure put;

  begin
    put(std_ulogic_vector(instruction.opcode));
    put(std_ulogic_vector(instruction.start_delay(count_bits_g - 1 downto 0)));
    put(std_ulogic_vector(instruction.a_bank));
    put((0 => instruction.a_unsigned));
    put(std_ulogic_vector(instruction.a_base(address_bits_g - 1 downto 0)));
    put(std_ulogic_vector(instruction.a_stride(address_bits_g - 1 downto 0)));
    put((0 => instruction.b_bank));
    put(std_ulogic_vector(instruction.b_base(address_bits_g - 1 downto 0)));
    put(std_ulogic_vector(instruction.b_stride(address_bits_g - 1 downto 0)));
    put(std_ulogic_vector(instruction.steps(count_bits_g - 1 downto 0)));
    put(std_ulogic_vector(instruction.tile_cycles(count_bits_g - 1 downto 0)));
    put(std_ulogic_vector(instruction.row_tiles(count_bits_g - 1 downto 0)));
    put(std_ulogic_vector(instruction.column_tiles(count_bits_g - 1 downto 0)));
    put(std_ulogic_vector(instruction.last_columns(count_bits_g - 1 downto 0)));
    put(std_ulogic_vector(instruction.last_rows(count_bits_g - 1 downto 0)));
    put(std_ulogic_vector(instruction.groups(count_bits_g - 1 downto 0)));
    put(std_ulogic_vector(instruction.constant_base(address_bits_g - 1 downto 0)));
    put((0 => instruction.constant_shared));
    put((0 => instruction.residual));
    put((0 => instruction.residual_unsigned));
    put(std_ulogic_vector(instruction.residual_bank));
    put(std_ulogic_vector(instruction.residual_base(address_bits_g - 1 downto 0)));
    put(std_ulogic_vector(instruction.residual_stride(address_bits_g - 1 downto 0)));
    put(std_ulogic_vector(instruction.k));
    put(std_ulogic_vector(instruction.s));
    put(std_ulogic_vector(instruction.minimum(element_bits_g downto 0)));
    put(std_ulogic_vector(instruction.maximum(element_bits_g downto 0)));
    put(std_ulogic_vector(instruction.d_bank));
    put(std_ulogic_vector(instruction.d_layout));
    put(std_ulogic_vector(instruction.d_base(address_bits_g - 1 downto 0)));
    put(std_ulogic_vector(instruction.d_row_stride(address_bits_g - 1 downto 0)));
    put(std_ulogic_vector(instruction.d_column_stride(address_bits_g - 1 downto 0)));
    put(std_ulogic_vector(instruction.d_key_stride(address_bits_g - 1 downto 0)));
    put((0 => instruction.maxima));
    put((0 => instruction.lookup));
    put(std_ulogic_vector(instruction.function_base(address_bits_g - 1 downto 0)));
    put((0 => instruction.centered));
    put((0 => instruction.causal));
    assert filled_v = word_bits_c
      report "an instruction word has " & integer'image(filled_v) & " bits, not " & integer'image(word_bits_c)
      severity failure;
    return result_v;
  end function encode;

  procedure check_address(what : string; found : unsigned; expected : natural) is
  begin
    checks.equal(what, to_integer(found), expected mod 2 ** address_bits_g);
  end procedure check_address;

  procedure check_unsigned(what : string; found : unsigned; expected : unsigned) is
  begin
    checks.equal(what, to_integer(found), to_integer(expected));
  end procedure check_unsigned;

begin

  clk <= not clk after 5 ns;
  watchdog(10 ms);

  program_word <= words(to_integer(unsigned(program_address))) when rising_edge(clk);

  device : entity work.sequencer
    generic map (
      rows_g         => rows_g,
      columns_g      => columns_g,
      element_bits_g => element_bits_g,
      address_bits_g => address_bits_g,
      count_bits_g   => count_bits_g,
      program_bits_g => program_bits_c
    )
    port map (
      clk             => clk,
      rst             => rst,
      start           => start,
      program_address => program_address,
      program_word    => program_word,
      current         => current,
      a_address       => a_address,
      b_address       => b_address,
      step_valid      => step_valid,
      step_first      => step_first,
      step_last       => step_last,
      softmax_start   => softmax_start,
      softmax_write   => softmax_write,
      norm_start      => norm_start,
      drain           => drain,
      output_start    => output_start,
      output_done     => output_done,
      idle            => idle
    );

  play : process is
    variable program_v : program_t;

    procedure check_current(instruction : instruction_t) is
    begin
      checks.equal("opcode", to_integer(current.opcode), to_integer(instruction.opcode));
      checks.equal("start_delay", to_integer(current.start_delay), to_integer(instruction.start_delay));
      checks.equal("a_bank", to_integer(current.a_bank), to_integer(instruction.a_bank));
      checks.equal("a_unsigned", current.a_unsigned, instruction.a_unsigned);
      checks.equal("a_base", to_integer(current.a_base), to_integer(instruction.a_base));
      checks.equal("a_stride", to_integer(current.a_stride), to_integer(instruction.a_stride));
      checks.equal("b_bank", current.b_bank, instruction.b_bank);
      checks.equal("b_base", to_integer(current.b_base), to_integer(instruction.b_base));
      checks.equal("b_stride", to_integer(current.b_stride), to_integer(instruction.b_stride));
      checks.equal("steps", to_integer(current.steps), to_integer(instruction.steps));
      checks.equal("tile_cycles", to_integer(current.tile_cycles), to_integer(instruction.tile_cycles));
      checks.equal("row_tiles", to_integer(current.row_tiles), to_integer(instruction.row_tiles));
      checks.equal("column_tiles", to_integer(current.column_tiles), to_integer(instruction.column_tiles));
      checks.equal("last_columns", to_integer(current.last_columns), to_integer(instruction.last_columns));
      checks.equal("last_rows", to_integer(current.last_rows), to_integer(instruction.last_rows));
      checks.equal("groups", to_integer(current.groups), to_integer(instruction.groups));
      checks.equal("constant_base", to_integer(current.constant_base), to_integer(instruction.constant_base));
      checks.equal("constant_shared", current.constant_shared, instruction.constant_shared);
      checks.equal("residual", current.residual, instruction.residual);
      checks.equal("residual_unsigned", current.residual_unsigned, instruction.residual_unsigned);
      checks.equal("residual_bank", to_integer(current.residual_bank), to_integer(instruction.residual_bank));
      checks.equal("residual_base", to_integer(current.residual_base), to_integer(instruction.residual_base));
      checks.equal("residual_stride", to_integer(current.residual_stride), to_integer(instruction.residual_stride));
      checks.equal("k", to_integer(current.k), to_integer(instruction.k));
      checks.equal("s", to_integer(current.s), to_integer(instruction.s));
      checks.equal("minimum", to_integer(current.minimum), to_integer(instruction.minimum));
      checks.equal("maximum", to_integer(current.maximum), to_integer(instruction.maximum));
      checks.equal("d_bank", to_integer(current.d_bank), to_integer(instruction.d_bank));
      checks.equal("d_layout", to_integer(current.d_layout), to_integer(instruction.d_layout));
      checks.equal("d_base", to_integer(current.d_base), to_integer(instruction.d_base));
      checks.equal("d_row_stride", to_integer(current.d_row_stride), to_integer(instruction.d_row_stride));
      checks.equal("d_column_stride", to_integer(current.d_column_stride), to_integer(instruction.d_column_stride));
      checks.equal("d_key_stride", to_integer(current.d_key_stride), to_integer(instruction.d_key_stride));
      checks.equal("maxima", current.maxima, instruction.maxima);
      checks.equal("lookup", current.lookup, instruction.lookup);
      checks.equal("centered", current.centered, instruction.centered);
      checks.equal("function_base", to_integer(current.function_base), to_integer(instruction.function_base));
    end procedure check_current;

    --! A cycle in which nothing is issued.
    procedure pass(is_idle : boolean; is_output_start : boolean) is
    begin
      wait until falling_edge(clk);
      start       <= '0';
      output_done <= '0';
      wait for 1 ns;
      checks.equal("idle", idle, level(is_idle));
      checks.equal("step_valid", step_valid, '0');
      checks.equal("step_last", step_last, '0');
      checks.equal("softmax_start", softmax_start, '0');
      checks.equal("softmax_write", softmax_write, '0');
      checks.equal("norm_start", norm_start, '0');
      checks.equal("output_start", output_start, level(is_output_start));
    end procedure pass;

    procedure check_drain(instruction : instruction_t; row : natural; column : natural) is
      variable columns_v : natural := columns_g - 1;
      variable rows_v    : natural := rows_g - 1;
      variable shift_v   : natural := column * columns_g;
    begin
      if instruction.opcode = probabilities_c then
        columns_v := to_integer(instruction.steps);
      elsif column = instruction.column_tiles then
        columns_v := to_integer(instruction.last_columns);
      end if;
      if row = instruction.row_tiles then
        rows_v := to_integer(instruction.last_rows);
      end if;
      if instruction.constant_shared = '1' then
        shift_v := 0;
      end if;
      checks.equal("softmax", drain.softmax, level(instruction.opcode = probabilities_c));
      checks.equal("norm", drain.norm, level(instruction.opcode = norm_c));
      checks.equal("columns", to_integer(drain.columns), columns_v);
      checks.equal("rows", to_integer(drain.rows), rows_v);
      check_unsigned("groups", drain.groups, instruction.groups);
      check_address("constant", drain.constant_address, to_integer(instruction.constant_base) + shift_v);
      checks.equal("shared", drain.constant_shared, instruction.constant_shared);
      checks.equal("residual", drain.residual, instruction.residual);
      checks.equal("residual_unsigned", drain.residual_unsigned, instruction.residual_unsigned);
      check_unsigned("residual_bank", drain.residual_bank, instruction.residual_bank);
      check_address(
        "residual", drain.residual_address,
        to_integer(instruction.residual_base) + row * to_integer(instruction.residual_stride) + column * columns_g);
      check_unsigned("k", drain.k, instruction.k);
      check_unsigned("s", drain.s, instruction.s);
      checks.equal("minimum", to_integer(drain.minimum), to_integer(instruction.minimum));
      checks.equal("maximum", to_integer(drain.maximum), to_integer(instruction.maximum));
      check_unsigned("d_bank", drain.d_bank, instruction.d_bank);
      check_unsigned("d_layout", drain.d_layout, instruction.d_layout);
      check_address(
        "destination", drain.d_address,
        to_integer(instruction.d_base) + row * to_integer(instruction.d_row_stride)
        + column * to_integer(instruction.d_column_stride));
      check_unsigned("key stride", drain.d_key_stride, instruction.d_key_stride);
      checks.equal("maxima", drain.maxima, instruction.maxima);
      checks.equal("causal", drain.causal, instruction.causal);
      checks.equal("first key", to_integer(drain.first_key), column * columns_g mod 2 ** count_bits_g);
      checks.equal("first tile", drain.first_tile, level(column = 0));
      checks.equal("lookup", drain.lookup, instruction.lookup);
      check_unsigned("function base", drain.function_base, instruction.function_base);
    end procedure check_drain;

    procedure check_tile(instruction : instruction_t; row : natural; column : natural) is
      constant matmul_tile_c : boolean := instruction.opcode = matmul_c;
      variable first_v       : natural;
    begin
      first_v := to_integer(instruction.a_base) + row * to_integer(instruction.a_stride);
      for cycle in 0 to to_integer(instruction.tile_cycles) loop
        wait until falling_edge(clk);
        start       <= '0';
        output_done <= '0';
        wait for 1 ns;
        checks.equal("idle", idle, '0');
        checks.equal("output_start", output_start, '0');
        checks.equal("softmax_start", softmax_start, level(instruction.opcode = softmax_c and cycle = 0));
        checks.equal("softmax_write", softmax_write, level(instruction.opcode = probabilities_c and cycle = 0));
        checks.equal("norm_start", norm_start, level(instruction.opcode = norm_c and cycle = 0));
        checks.equal("step_valid", step_valid, level(matmul_tile_c and cycle <= instruction.steps));
        checks.equal("step_last", step_last, level(matmul_tile_c and cycle = instruction.steps));
        check_address("a_address", a_address, first_v + cycle);
        if step_valid = '1' then
          checks.equal("step_first", step_first, level(cycle = 0));
          check_address(
            "b_address", b_address,
            to_integer(instruction.b_base) + column * to_integer(instruction.b_stride) + cycle);
        end if;
        check_drain(instruction, row, column);
      end loop;
      check_current(instruction);
    end procedure check_tile;

    procedure check_instruction(instruction : instruction_t) is
    begin
      for cycle in 1 to to_integer(instruction.start_delay) loop
        pass(false, false);
        check_current(instruction);
      end loop;
      if instruction.opcode /= end_c and instruction.opcode /= output_c then
        for row in 0 to to_integer(instruction.row_tiles) loop
          for column in 0 to to_integer(instruction.column_tiles) loop
            check_tile(instruction, row, column);
          end loop;
        end loop;
      else
        pass(false, true);
        check_current(instruction);
        -- Even one element is taken only in the third cycle from here; the next instruction has come by then.
        for cycle in 1 to stimuli.pick(1, 6) loop
          pass(false, false);
        end loop;
        output_done <= '1';
      end if;
    end procedure check_instruction;

    procedure choose_program is
    begin
      for index in program_v'range loop
        program_v(index) := random_instruction(matmul_c);
        if stimuli.chance(0.2) then
          program_v(index) := random_instruction(softmax_c);
        elsif stimuli.chance(0.2) then
          program_v(index) := random_instruction(probabilities_c);
        elsif stimuli.chance(0.2) then
          program_v(index) := random_instruction(output_c);
        elsif stimuli.chance(0.2) then
          program_v(index) := random_instruction(norm_c);
        end if;
      end loop;
      program_v(stimuli.pick(1, program_v'high)) := random_instruction(end_c);
      program_v(program_v'high)                  := random_instruction(end_c);
      for index in program_v'range loop
        words(index) <= encode(program_v(index));
      end loop;
    end procedure choose_program;

    --! A reset breaks the program off in any of its cycles; the next start begins it anew.
    procedure break_off is
    begin
      start <= '1';
      for cycle in 0 to stimuli.pick(0, 60) loop
        wait until falling_edge(clk);
        start <= '0';
      end loop;
      rst <= '1';
      wait until falling_edge(clk);
      rst <= '0';
      pass(true, false);
    end procedure break_off;

  begin
    stimuli.start(seed_g);
    checks.corrupt(corrupt_g);
    wait for 23 ns;
    rst <= '0';
    for run in 0 to 5 loop
      if run mod 2 = 0 then
        pass(true, false);
        choose_program;
        pass(true, false);
        pass(true, false);
        break_off;
      end if;
      -- The shortest window is complete in the second cycle after the output.
      for cycle in 0 to stimuli.pick(1, 4) loop
        pass(true, false);
      end loop;
      start <= '1';
      for index in program_v'range loop
        check_instruction(program_v(index));
        exit when program_v(index).opcode = end_c;
      end loop;
    end loop;
    pass(true, false);
    checks.conclude(200);
    wait;
  end process play;

end architecture bench;

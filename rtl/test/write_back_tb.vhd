--! Random tiles in all three layouts, as close together as the engine allows and with pauses. In every cycle the two
--! write ports must show exactly the word that the layout asks for, or nothing.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.engine_types.all;
use work.bench_types.all;

entity write_back_tb is
  generic (
    rows_g         : positive := 6;     --! T.
    columns_g      : positive := 3;     --! G.
    lanes_g        : positive := 1;     --! R.
    element_bits_g : positive := 8;     --! AW.
    address_bits_g : positive := 9;     --! AB.
    count_bits_g   : positive := 6;     --! CB.
    corrupt_g      : boolean  := false; --! One check expects a wrong value.
    seed_g         : positive := 1      --! Of the stimuli.
  );
end entity write_back_tb;

architecture bench of write_back_tb is
  subtype element_t is std_ulogic_vector(element_bits_g - 1 downto 0);
  subtype a_word_t is std_ulogic_vector(rows_g * element_bits_g - 1 downto 0);
  subtype b_word_t is std_ulogic_vector(columns_g * element_bits_g - 1 downto 0);
  type elements_t is array (0 to rows_g - 1, 0 to columns_g - 1) of element_t;

  constant key_groups_c : positive  := columns_g / lanes_g;
  constant unknown_c    : element_t := (others => '-');

  shared variable stimuli : stimuli_t;
  shared variable checks  : checks_t;

  signal clk          : std_ulogic := '0';
  signal rst          : std_ulogic := '1';
  signal slot         : slot_t     := no_slot_c;
  signal lanes        : std_ulogic_vector(lanes_g * element_bits_g - 1 downto 0) := (others => '0');
  signal a_write      : std_ulogic;
  signal a_write_bank : unsigned(1 downto 0);
  signal a_write_data : a_word_t;
  signal b_write      : std_ulogic;
  signal b_write_data : b_word_t;
  signal a_address    : unsigned(address_bits_g - 1 downto 0);
  signal b_address    : unsigned(address_bits_g - 1 downto 0);
begin

  clk <= not clk after 5 ns;
  watchdog(10 ms);

  device : entity work.write_back
    generic map (
      rows_g         => rows_g,
      columns_g      => columns_g,
      lanes_g        => lanes_g,
      element_bits_g => element_bits_g,
      address_bits_g => address_bits_g,
      count_bits_g   => count_bits_g
    )
    port map (
      clk          => clk,
      rst          => rst,
      slot         => slot,
      lanes        => lanes,
      a_write      => a_write,
      a_write_bank => a_write_bank,
      a_write_data => a_write_data,
      b_write      => b_write,
      b_write_data => b_write_data,
      a_address    => a_address,
      b_address    => b_address
    );

  play : process is
    variable elements_v : elements_t;
    variable a_due_v    : boolean := false;
    variable b_due_v    : boolean := false;
    variable bank_v     : natural;
    variable address_v  : natural;
    variable a_word_v   : a_word_t;
    variable b_word_v   : b_word_t;
    variable layout_v   : natural;
    variable columns_v  : positive;
    variable valid_v    : positive;
    variable groups_v   : positive;
    variable base_v     : natural;
    variable stride_v   : natural;

    --! One cycle: presents a slot, checks the words due from the slot before.
    procedure pass(next_slot : slot_t) is
    begin
      wait until falling_edge(clk);
      slot  <= next_slot;
      lanes <= stimuli.word(lanes'length);
      wait for 1 ns;
      checks.equal("a_write", a_write, level(a_due_v));
      checks.equal("b_write", b_write, level(b_due_v));
      if a_due_v then
        checks.equal("A bank", to_integer(a_write_bank), bank_v);
        checks.equal("A address", to_integer(a_address), address_v mod 2 ** address_bits_g);
        checks.equal("A word", a_write_data, a_word_v);
      end if;
      if b_due_v then
        checks.equal("B address", to_integer(b_address), address_v mod 2 ** address_bits_g);
        checks.equal("B word", b_write_data, b_word_v);
      end if;
      a_due_v := false;
      b_due_v := false;
    end procedure pass;

    procedure pause(cycles : natural) is
      variable idle_v : slot_t := no_slot_c;
    begin
      for cycle in 1 to cycles loop
        idle_v.d_layout  := to_unsigned(layout_v, 2);
        idle_v.column    := to_unsigned(stimuli.pick(0, columns_g - 1), 16);
        idle_v.d_address := to_unsigned(stimuli.pick(0, 100), 16);
        pass(idle_v);
      end loop;
    end procedure pause;

    --! The G elements from first_row on of a column; those of groups that are not drained may be anything.
    impure function key_word(column : natural; first_row : natural) return b_word_t is
      variable result_v : b_word_t;
    begin
      for index in 0 to columns_g - 1 loop
        result_v((index + 1) * element_bits_g - 1 downto index * element_bits_g) := unknown_c;
        if first_row + index < groups_v * lanes_g then
          result_v((index + 1) * element_bits_g - 1 downto index * element_bits_g)
            := elements_v(first_row + index, column);
        end if;
      end loop;
      return result_v;
    end function key_word;

    impure function token_word(column : natural) return a_word_t is
      variable result_v : a_word_t;
    begin
      for row in 0 to rows_g - 1 loop
        result_v((row + 1) * element_bits_g - 1 downto row * element_bits_g) := unknown_c;
        if row < groups_v * lanes_g then
          result_v((row + 1) * element_bits_g - 1 downto row * element_bits_g) := elements_v(row, column);
        end if;
      end loop;
      return result_v;
    end function token_word;

    impure function row_word(row : natural) return b_word_t is
      variable result_v : b_word_t;
    begin
      for column in 0 to columns_g - 1 loop
        result_v((column + 1) * element_bits_g - 1 downto column * element_bits_g) := unknown_c;
        if column < columns_v then
          result_v((column + 1) * element_bits_g - 1 downto column * element_bits_g) := elements_v(row, column);
        end if;
      end loop;
      return result_v;
    end function row_word;

    procedure play_slot(column : natural; group_index : natural) is
      constant last_c    : boolean := group_index = groups_v - 1;
      constant key_end_c : boolean := last_c or group_index mod key_groups_c = key_groups_c - 1;
      constant key_c     : natural := group_index / key_groups_c;
      variable slot_v    : slot_t  := no_slot_c;
      variable address_next_v : natural;
    begin
      address_next_v := base_v;
      if layout_v = to_integer(a_layout_c) then
        address_next_v := base_v + column;
      elsif layout_v = to_integer(key_layout_c) then
        address_next_v := base_v + column + key_c * stride_v;
      end if;
      slot_v.valid         := '1';
      slot_v.group_index   := to_unsigned(group_index, 16);
      slot_v.column        := to_unsigned(column, 16);
      slot_v.key_index     := to_unsigned(key_c, 16);
      slot_v.d_bank        := to_unsigned(stimuli.pick(0, 1), 2);
      slot_v.d_layout      := to_unsigned(layout_v, 2);
      slot_v.d_address     := to_unsigned(address_next_v mod 2 ** address_bits_g, 16);
      slot_v.rows          := to_unsigned(valid_v - 1, 16);
      slot_v.word_complete := level(
        (layout_v = to_integer(a_layout_c) and last_c) or (layout_v = to_integer(key_layout_c) and key_end_c));
      slot_v.tile_complete := level(
        layout_v = to_integer(row_layout_c) and last_c and column = columns_v - 1);
      pass(slot_v);
      for lane in 0 to lanes_g - 1 loop
        elements_v(group_index * lanes_g + lane, column)
          := lanes((lane + 1) * element_bits_g - 1 downto lane * element_bits_g);
      end loop;
      address_v := address_next_v;
      bank_v    := to_integer(slot_v.d_bank);
      if slot_v.word_complete = '1' and layout_v = to_integer(a_layout_c) then
        a_due_v  := true;
        a_word_v := token_word(column);
      elsif slot_v.word_complete = '1' then
        b_due_v  := true;
        b_word_v := key_word(column, key_c * columns_g);
      end if;
    end procedure play_slot;

    --! The words of a transposed tile follow its last slot, one a cycle.
    procedure play_rows is
    begin
      for row in 0 to valid_v - 1 loop
        b_due_v   := true;
        b_word_v  := row_word(row);
        address_v := base_v + row;
        pause(1);
      end loop;
    end procedure play_rows;

    --! What would be written in the cycle after a slot, or from then on, is not when a reset comes with the slot.
    procedure check_reset is
      variable slot_v : slot_t := no_slot_c;
    begin
      slot_v.valid := '1';
      slot_v.rows  := to_unsigned(rows_g - 1, 16);
      for layout in 0 to 2 loop
        slot_v.d_layout      := to_unsigned(layout, 2);
        slot_v.word_complete := level(slot_v.d_layout /= row_layout_c);
        slot_v.tile_complete := level(slot_v.d_layout = row_layout_c);
        pass(slot_v);
        rst <= '1';
        pass(no_slot_c);
        rst <= '0';
        pause(2);
      end loop;
    end procedure check_reset;

  begin
    stimuli.start(seed_g);
    checks.corrupt(corrupt_g);
    wait for 23 ns;
    rst <= '0';
    for tile in 1 to 80 loop
      layout_v  := stimuli.pick(0, 2);
      columns_v := stimuli.pick(1, columns_g);
      groups_v  := stimuli.pick(1, rows_g / lanes_g);
      valid_v   := stimuli.pick(1, groups_v * lanes_g);
      base_v    := stimuli.pick(0, 2 ** address_bits_g - 1);
      stride_v  := stimuli.pick(1, 30);
      for column in 0 to columns_v - 1 loop
        for group_index in 0 to groups_v - 1 loop
          play_slot(column, group_index);
        end loop;
      end loop;
      if layout_v = to_integer(row_layout_c) then
        play_rows;
      end if;
      if stimuli.chance(0.3) then
        pause(stimuli.pick(1, 3));
      end if;
    end loop;
    pause(2);
    check_reset;
    checks.conclude(200);
    wait;
  end process play;

end architecture bench;

--! Random tiles, as close together as the engine's captures may be and with pauses: every field of every slot is
--! computed from the slot's number by division, not by counting.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.engine_types.all;
use work.bench_types.all;

entity drain_control_tb is
  generic (
    rows_g         : positive := 6;     --! T.
    columns_g      : positive := 3;     --! G.
    lanes_g        : positive := 1;     --! R.
    address_bits_g : positive := 9;     --! AB.
    count_bits_g   : positive := 6;     --! CB.
    corrupt_g      : boolean  := false; --! One check expects a wrong value.
    seed_g         : positive := 1      --! Of the stimuli.
  );
end entity drain_control_tb;

architecture bench of drain_control_tb is
  constant key_groups_c : positive := columns_g / lanes_g;

  shared variable stimuli : stimuli_t;
  shared variable checks  : checks_t;

  signal clk              : std_ulogic := '0';
  signal rst              : std_ulogic := '1';
  signal drain            : drain_t;
  signal accept           : std_ulogic := '0';
  signal activate         : std_ulogic := '0';
  signal constant_address : unsigned(address_bits_g - 1 downto 0);
  signal residual_address : unsigned(address_bits_g - 1 downto 0);
  signal slot             : slot_t;

  impure function address return field_t is
  begin
    return to_unsigned(stimuli.pick(0, 2 ** address_bits_g - 1), 16);
  end function address;

  impure function flag return std_ulogic is
  begin
    return level(stimuli.chance(0.5));
  end function flag;

  impure function random_drain return drain_t is
    variable result_v : drain_t;
  begin
    result_v.softmax           := flag;
    result_v.columns           := to_unsigned(stimuli.pick(0, columns_g - 1), 16);
    result_v.rows              := to_unsigned(stimuli.pick(0, rows_g - 1), 16);
    result_v.groups            := to_unsigned(stimuli.pick(0, rows_g / lanes_g - 1), 16);
    result_v.constant_address  := address;
    result_v.constant_shared   := flag;
    result_v.residual          := flag;
    result_v.residual_unsigned := flag;
    result_v.residual_bank     := to_unsigned(stimuli.pick(0, 3), 2);
    result_v.residual_address  := address;
    result_v.k                 := unsigned(stimuli.word(6));
    result_v.s                 := unsigned(stimuli.word(6));
    result_v.minimum           := signed(stimuli.word(16));
    result_v.maximum           := signed(stimuli.word(16));
    result_v.d_bank            := to_unsigned(stimuli.pick(0, 2), 2);
    result_v.d_layout          := to_unsigned(stimuli.pick(0, 2), 2);
    result_v.d_address         := address;
    result_v.d_key_stride      := address;
    result_v.norm              := level(stimuli.chance(0.5));
    result_v.lookup            := level(stimuli.chance(0.5));
    result_v.function_base     := address;
    if result_v.softmax = '1' then
      -- As many columns as there are keys, and always words of tokens.
      result_v.columns  := to_unsigned(stimuli.pick(0, 2 * columns_g), 16);
      result_v.d_layout := a_layout_c;
    end if;
    return result_v;
  end function random_drain;

  function slots(tile : drain_t) return positive is
  begin
    return (to_integer(tile.columns) + 1) * (to_integer(tile.groups) + 1);
  end function slots;

  --! Cycles from accept to activate.
  function latency(tile : drain_t) return positive is
  begin
    if tile.softmax = '1' then
      return 2;
    end if;
    return 4;
  end function latency;

  procedure check_field(what : string; found : unsigned; expected : natural) is
  begin
    checks.equal(what, to_integer(found), expected mod 2 ** address_bits_g);
  end procedure check_field;

begin

  clk <= not clk after 5 ns;
  watchdog(10 ms);

  device : entity work.drain_control
    generic map (
      columns_g      => columns_g,
      lanes_g        => lanes_g,
      address_bits_g => address_bits_g,
      count_bits_g   => count_bits_g
    )
    port map (
      clk              => clk,
      rst              => rst,
      drain            => drain,
      accept           => accept,
      activate         => activate,
      constant_address => constant_address,
      residual_address => residual_address,
      slot             => slot
    );

  play : process is
    variable tile_v     : drain_t;
    variable next_v     : drain_t;
    variable previous_v : drain_t;
    variable span_v     : positive;
    variable earlier_v  : natural := 0;

    procedure check_constant_fields(tile : drain_t) is
    begin
      checks.equal("softmax", slot.softmax, tile.softmax);
      checks.equal("residual", slot.residual, tile.residual);
      checks.equal("residual_unsigned", slot.residual_unsigned, tile.residual_unsigned);
      checks.equal("residual_bank", to_integer(slot.residual_bank), to_integer(tile.residual_bank));
      checks.equal("k", to_integer(slot.k), to_integer(tile.k));
      checks.equal("s", to_integer(slot.s), to_integer(tile.s));
      checks.equal("minimum", to_integer(slot.minimum), to_integer(tile.minimum));
      checks.equal("maximum", to_integer(slot.maximum), to_integer(tile.maximum));
      checks.equal("d_bank", to_integer(slot.d_bank), to_integer(tile.d_bank));
      checks.equal("d_layout", to_integer(slot.d_layout), to_integer(tile.d_layout));
      checks.equal("rows", to_integer(slot.rows), to_integer(tile.rows));
      checks.equal("norm", slot.norm, tile.norm);
      checks.equal("lookup", slot.lookup, tile.lookup);
      checks.equal("function_base", to_integer(slot.function_base), to_integer(tile.function_base));
    end procedure check_constant_fields;

    procedure check_slot(tile : drain_t; number : natural) is
      variable groups_v       : positive;
      variable column_v       : natural;
      variable group_v        : natural;
      variable last_v         : boolean;
      variable key_complete_v : boolean;
      variable word_v         : natural;
    begin
      groups_v       := to_integer(tile.groups) + 1;
      column_v       := number / groups_v;
      group_v        := number mod groups_v;
      last_v         := group_v = groups_v - 1;
      key_complete_v := group_v mod key_groups_c = key_groups_c - 1 or last_v;
      word_v         := to_integer(tile.d_address);
      check_constant_fields(tile);
      checks.equal("column", to_integer(slot.column), column_v);
      checks.equal("group", to_integer(slot.group_index), group_v);
      check_field("residual address", residual_address, to_integer(tile.residual_address) + column_v);
      if tile.constant_shared = '1' then
        check_field("shared constant address", constant_address, to_integer(tile.constant_address));
      else
        check_field("constant address", constant_address, to_integer(tile.constant_address) + column_v);
      end if;
      if tile.d_layout = a_layout_c then
        check_field("A word", slot.d_address, word_v + column_v);
        checks.equal("A word complete", slot.word_complete, level(last_v));
        checks.equal("no tile complete", slot.tile_complete, '0');
      elsif tile.d_layout = key_layout_c then
        checks.equal("key index", to_integer(slot.key_index), group_v / key_groups_c);
        check_field(
          "key word", slot.d_address,
          word_v + column_v + group_v / key_groups_c * to_integer(tile.d_key_stride));
        checks.equal("key word complete", slot.word_complete, level(key_complete_v));
        checks.equal("no tile complete", slot.tile_complete, '0');
      else
        check_field("first row word", slot.d_address, word_v);
        checks.equal("no word complete", slot.word_complete, '0');
        checks.equal("tile complete", slot.tile_complete, level(number = slots(tile) - 1));
      end if;
    end procedure check_slot;

    --! The cycle-th cycle after a tile's activation.
    procedure check_cycle(tile : drain_t; cycle : natural) is
      constant valid_c : boolean := cycle >= 1 and cycle <= slots(tile);
    begin
      checks.equal("valid", slot.valid, level(valid_c));
      if valid_c then
        check_slot(tile, cycle - 1);
      else
        checks.equal("idle residual", slot.residual, '0');
        checks.equal("idle word complete", slot.word_complete, '0');
        checks.equal("idle tile complete", slot.tile_complete, '0');
      end if;
    end procedure check_cycle;

    --! A tile of eight slots, broken off in its second one.
    procedure check_reset is
    begin
      tile_v         := random_drain;
      tile_v.softmax := '1';
      tile_v.columns := to_unsigned(7, 16);
      wait until falling_edge(clk);
      accept <= '1';
      drain  <= tile_v;
      wait until falling_edge(clk);
      accept   <= '0';
      activate <= '1';
      wait until falling_edge(clk);
      activate <= '0';
      wait until falling_edge(clk);
      checks.equal("valid before the reset", slot.valid, '1');
      rst <= '1';
      wait until falling_edge(clk);
      rst <= '0';
      for cycle in 1 to 8 loop
        checks.equal("valid after the reset", slot.valid, '0');
        wait until falling_edge(clk);
      end loop;
    end procedure check_reset;

  begin
    stimuli.start(seed_g);
    checks.corrupt(corrupt_g);
    wait for 23 ns;
    rst        <= '0';
    next_v     := random_drain;
    previous_v := next_v;
    -- The first round has no tile: it only brings the first accept.
    for round in 0 to 60 loop
      tile_v := next_v;
      next_v := random_drain;
      span_v := 8;
      if round > 0 then
        span_v := slots(tile_v);
        if span_v < 4 then
          span_v := 4;
        end if;
        if stimuli.chance(0.5) then
          span_v := span_v + stimuli.pick(1, 3);
        end if;
      else
        next_v := tile_v;
      end if;
      for cycle in 0 to span_v - 1 loop
        wait until falling_edge(clk);
        accept   <= level(cycle = span_v - latency(next_v));
        activate <= level(cycle = 0 and round > 0);
        drain    <= random_drain;
        if cycle = span_v - latency(next_v) then
          drain <= next_v;
        end if;
        wait for 1 ns;
        if cycle = 0 and round > 1 then
          check_cycle(previous_v, earlier_v);
        elsif cycle > 0 and round > 0 then
          check_cycle(tile_v, cycle);
        end if;
      end loop;
      previous_v := tile_v;
      earlier_v  := span_v;
    end loop;
    check_reset;
    checks.conclude(200);
    wait;
  end process play;

end architecture bench;

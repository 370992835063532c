--! Walks the columns and row groups of a finished tile: one drain slot a cycle.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.engine_types.all;

entity drain_control is
  generic (
    columns_g      : positive; --! G.
    lanes_g        : positive; --! R.
    address_bits_g : positive; --! AB.
    count_bits_g   : positive  --! CB.
  );
  port (
    clk              : in  std_ulogic;                            --! Clock.
    rst              : in  std_ulogic;                            --! Reset, high.
    drain            : in  drain_t;                               --! The tile to come.
    accept           : in  std_ulogic;                            --! drain is taken.
    activate         : in  std_ulogic;                            --! Its first slot is the next cycle.
    constant_address : out unsigned(address_bits_g - 1 downto 0); --! Epilogue word of the slot.
    residual_address : out unsigned(address_bits_g - 1 downto 0); --! Residual word of the slot.
    slot             : out slot_t                                 --! The slot.
  );
end entity drain_control;

architecture rtl of drain_control is
  constant key_groups_c : positive := columns_g / lanes_g;

  signal pending       : drain_t;
  signal active        : drain_t;
  signal busy          : std_ulogic                            := '0';
  signal column        : unsigned(count_bits_g - 1 downto 0)   := (others => '0');
  signal group_now     : unsigned(count_bits_g - 1 downto 0)   := (others => '0');
  signal key_group     : unsigned(count_bits_g - 1 downto 0)   := (others => '0');
  signal key_index     : unsigned(count_bits_g - 1 downto 0)   := (others => '0');
  signal constant_now  : unsigned(address_bits_g - 1 downto 0) := (others => '0');
  signal residual_now  : unsigned(address_bits_g - 1 downto 0) := (others => '0');
  signal word_now      : unsigned(address_bits_g - 1 downto 0) := (others => '0');
  signal key_now       : unsigned(address_bits_g - 1 downto 0) := (others => '0');
  signal last_group    : std_ulogic;
  signal last_column   : std_ulogic;
  signal last_of_key   : std_ulogic;

begin

  constant_address <= constant_now;
  residual_address <= residual_now;

  last_group  <= '1' when group_now = active.groups(count_bits_g - 1 downto 0) else '0';
  last_column <= '1' when column = active.columns(count_bits_g - 1 downto 0) else '0';
  last_of_key <= '1' when key_group = key_groups_c - 1 else '0';

  describe_slot : process (all) is
  begin
    slot                   <= no_slot_c;
    slot.valid             <= busy;
    slot.softmax           <= active.softmax;
    slot.norm              <= active.norm;
    slot.residual          <= active.residual and busy;
    slot.residual_unsigned <= active.residual_unsigned;
    slot.residual_bank     <= active.residual_bank;
    slot.group_index       <= field(group_now);
    slot.column            <= field(column);
    slot.key_index         <= field(key_index);
    slot.k                 <= active.k;
    slot.s                 <= active.s;
    slot.minimum           <= active.minimum;
    slot.maximum           <= active.maximum;
    slot.d_bank            <= active.d_bank;
    slot.d_layout          <= active.d_layout;
    slot.rows              <= active.rows;
    slot.maxima            <= active.maxima;
    slot.causal            <= active.causal;
    slot.ahead             <= active.first_key + field(column) - active.function_base;
    slot.first_column      <= '0';
    if active.first_tile = '1' and column = 0 then
      slot.first_column <= '1';
    end if;
    slot.d_address         <= field(word_now);
    slot.lookup            <= active.lookup;
    slot.function_base     <= active.function_base;
    if active.d_layout = a_layout_c then
      slot.word_complete <= busy and last_group;
    elsif active.d_layout = key_layout_c then
      slot.d_address     <= field(key_now);
      slot.word_complete <= busy and (last_group or last_of_key);
    else
      slot.d_address     <= active.d_address;
      slot.tile_complete <= busy and last_group and last_column;
    end if;
  end process describe_slot;

  walk_slots : process (clk) is
    variable word_next_v : unsigned(address_bits_g - 1 downto 0);
  begin
    if rising_edge(clk) then
      if accept = '1' then
        pending <= drain;
      end if;
      if busy = '1' then
        group_now <= group_now + 1;
        key_group <= key_group + 1;
        if last_of_key = '1' then
          key_group <= (others => '0');
          key_index <= key_index + 1;
          key_now   <= key_now + active.d_key_stride(address_bits_g - 1 downto 0);
        end if;
        if last_group = '1' then
          word_next_v  := word_now + 1;
          group_now    <= (others => '0');
          key_group    <= (others => '0');
          key_index    <= (others => '0');
          column       <= column + 1;
          residual_now <= residual_now + 1;
          word_now     <= word_next_v;
          key_now      <= word_next_v;
          if active.constant_shared = '0' then
            constant_now <= constant_now + 1;
          end if;
        end if;
      end if;
      if activate = '1' then
        active       <= pending;
        column       <= (others => '0');
        group_now    <= (others => '0');
        key_group    <= (others => '0');
        key_index    <= (others => '0');
        constant_now <= pending.constant_address(address_bits_g - 1 downto 0);
        residual_now <= pending.residual_address(address_bits_g - 1 downto 0);
        word_now     <= pending.d_address(address_bits_g - 1 downto 0);
        key_now      <= pending.d_address(address_bits_g - 1 downto 0);
      end if;
    end if;
  end process walk_slots;

  control : process (clk) is
  begin
    if rising_edge(clk) then
      if activate = '1' then
        busy <= '1';
      elsif last_group = '1' and last_column = '1' then
        busy <= '0';
      end if;
      if rst = '1' then
        busy <= '0';
      end if;
    end if;
  end process control;

end architecture rtl;

--! Gathers the epilogue's R lanes into words of a bank: T tokens (A), G tokens (keys) or, transposed, G features of one
--! token (rows). The lanes and their slot come in cycle 0; a completed word is presented in cycle 1.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.engine_types.all;
use work.integer_arithmetic.all;

entity write_back is
  generic (
    rows_g         : positive; --! T.
    columns_g      : positive; --! G.
    lanes_g        : positive; --! R.
    element_bits_g : positive; --! AW.
    address_bits_g : positive; --! AB.
    count_bits_g   : positive  --! CB.
  );
  port (
    clk           : in  std_ulogic;                                                  --! Clock.
    rst           : in  std_ulogic;                                                  --! Reset, high.
    slot          : in  slot_t;                                                      --! Where the lanes belong.
    lanes         : in  std_ulogic_vector(lanes_g * element_bits_g - 1 downto 0);    --! R elements, row 0 low.
    a_write       : out std_ulogic;                                                  --! The A word is complete.
    a_write_bank  : out unsigned(1 downto 0);                                        --! Its bank.
    a_write_data  : out std_ulogic_vector(rows_g * element_bits_g - 1 downto 0);     --! The A word.
    b_write       : out std_ulogic;                                                  --! The B word is complete.
    b_write_data  : out std_ulogic_vector(columns_g * element_bits_g - 1 downto 0);  --! The B word.
    a_address     : out unsigned(address_bits_g - 1 downto 0);                       --! Where the A word goes.
    b_address     : out unsigned(address_bits_g - 1 downto 0)                        --! Where the B word goes.
  );
end entity write_back;

architecture rtl of write_back is
  constant row_bits_c  : positive := columns_g * element_bits_g;

  type rows_t is array (rows_g - 1 downto 0) of std_ulogic_vector(row_bits_c - 1 downto 0);

  signal gathered      : std_ulogic_vector(rows_g * element_bits_g - 1 downto 0) := (others => '0');
  signal transposed    : rows_t := (others => (others => '0'));
  signal written       : slot_t := no_slot_c;
  signal flushing      : std_ulogic := '0';
  signal flush_row     : unsigned(count_bits_g - 1 downto 0)   := (others => '0');
  signal flush_rows    : unsigned(count_bits_g - 1 downto 0)   := (others => '0');
  signal flush_address : unsigned(address_bits_g - 1 downto 0) := (others => '0');
  signal key_data      : std_ulogic_vector(row_bits_c - 1 downto 0);
  signal row_data      : std_ulogic_vector(row_bits_c - 1 downto 0);

begin

  a_write      <= written.word_complete when written.d_layout = a_layout_c else '0';
  a_write_bank <= written.d_bank;
  a_write_data <= gathered;
  a_address    <= written.d_address(address_bits_g - 1 downto 0);

  b_write      <= flushing or written.word_complete when written.d_layout = key_layout_c else flushing;
  b_write_data <= row_data when flushing = '1' else key_data;
  b_address    <= flush_address when flushing = '1' else written.d_address(address_bits_g - 1 downto 0);

  key_data <= pick(gathered, written.key_index, row_bits_c);

  select_row : process (all) is
    variable rows_v : std_ulogic_vector(rows_g * row_bits_c - 1 downto 0);
  begin
    for row in 0 to rows_g - 1 loop
      rows_v((row + 1) * row_bits_c - 1 downto row * row_bits_c) := transposed(row);
    end loop;
    row_data <= pick(rows_v, flush_row, row_bits_c);
  end process select_row;

  gather : process (clk) is
  begin
    if rising_edge(clk) then
      for row in 0 to rows_g - 1 loop
        if slot.valid = '1' and slot.group_index = row / lanes_g then
          gathered((row + 1) * element_bits_g - 1 downto row * element_bits_g)
            <= lanes((row mod lanes_g + 1) * element_bits_g - 1 downto (row mod lanes_g) * element_bits_g);
          for column in 0 to columns_g - 1 loop
            if slot.d_layout = row_layout_c and slot.column = column then
              transposed(row)((column + 1) * element_bits_g - 1 downto column * element_bits_g)
                <= lanes((row mod lanes_g + 1) * element_bits_g - 1 downto (row mod lanes_g) * element_bits_g);
            end if;
          end loop;
        end if;
      end loop;
    end if;
  end process gather;

  control : process (clk) is
  begin
    if rising_edge(clk) then
      written   <= slot;
      flush_row <= flush_row + 1;
      if flushing = '1' then
        flush_address <= flush_address + 1;
        if flush_row = flush_rows then
          flushing <= '0';
        end if;
      end if;
      if slot.tile_complete = '1' then
        flushing      <= '1';
        flush_row     <= (others => '0');
        flush_rows    <= slot.rows(count_bits_g - 1 downto 0);
        flush_address <= slot.d_address(address_bits_g - 1 downto 0);
      end if;
      if rst = '1' then
        written  <= no_slot_c;
        flushing <= '0';
      end if;
    end if;
  end process control;

end architecture rtl;

--! Streams a tensor in A layout, row by row: an element every four cycles when the stream is not stalled.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.integer_arithmetic.all;

entity stream_output is
  generic (
    rows_g         : positive; --! T.
    element_bits_g : positive; --! AW.
    address_bits_g : positive; --! AB.
    count_bits_g   : positive  --! CB.
  );
  port (
    clk          : in  std_ulogic;                                             --! Clock.
    rst          : in  std_ulogic;                                             --! Reset, high.
    start        : in  std_ulogic;                                             --! The tensor is there.
    base         : in  unsigned(address_bits_g - 1 downto 0);                  --! First word.
    stride       : in  unsigned(address_bits_g - 1 downto 0);                  --! Words of a row tile.
    columns      : in  unsigned(count_bits_g - 1 downto 0);                    --! Columns - 1.
    row_tiles    : in  unsigned(count_bits_g - 1 downto 0);                    --! Row tiles - 1.
    last_rows    : in  unsigned(count_bits_g - 1 downto 0);                    --! Rows of the last row tile - 1.
    read_address : out unsigned(address_bits_g - 1 downto 0);                  --! Word wanted.
    read_word    : in  std_ulogic_vector(rows_g * element_bits_g - 1 downto 0); --! The word, a cycle later.
    busy         : out std_ulogic;                                             --! read_address is in use.
    done         : out std_ulogic;                                             --! The last element has been taken.
    out_valid    : out std_ulogic;                                             --! An element is offered.
    out_ready    : in  std_ulogic;                                             --! It is taken.
    out_data     : out std_ulogic_vector(element_bits_g - 1 downto 0);         --! The element.
    out_last     : out std_ulogic                                              --! It is the tensor's last.
  );
end entity stream_output;

architecture rtl of stream_output is
  type state_t is (waiting, addressing, reading, selecting, offering);

  signal state     : state_t                               := waiting;
  signal column    : unsigned(count_bits_g - 1 downto 0)   := (others => '0');
  signal row       : unsigned(count_bits_g - 1 downto 0)   := (others => '0');
  signal tile      : unsigned(count_bits_g - 1 downto 0)   := (others => '0');
  signal tile_base : unsigned(address_bits_g - 1 downto 0) := (others => '0');
  signal address   : unsigned(address_bits_g - 1 downto 0) := (others => '0');
  signal word      : std_ulogic_vector(read_word'range)    := (others => '0');
  signal last      : std_ulogic;
  signal last_row  : std_ulogic;

begin

  busy         <= '0' when state = waiting else '1';
  read_address <= address;
  last_row     <= '1' when row = rows_g - 1 or (tile = row_tiles and row = last_rows) else '0';
  last         <= '1' when tile = row_tiles and row = last_rows and column = columns else '0';
  out_valid    <= '1' when state = offering else '0';
  out_last     <= last;
  done         <= '1' when state = offering and out_ready = '1' and last = '1' else '0';

  select_element : process (clk) is
  begin
    if rising_edge(clk) then
      word <= read_word;
      if state = selecting then
        out_data <= pick(word, row, element_bits_g);
      end if;
    end if;
  end process select_element;

  walk : process (clk) is
    variable next_base_v : unsigned(address_bits_g - 1 downto 0);
  begin
    if rising_edge(clk) then
      if state = waiting then
        column    <= (others => '0');
        row       <= (others => '0');
        tile      <= (others => '0');
        address   <= base;
        tile_base <= base;
        if start = '1' then
          state <= addressing;
        end if;
      elsif state = addressing then
        state <= reading;
      elsif state = reading then
        state <= selecting;
      elsif state = selecting then
        state <= offering;
      elsif state = offering then
        if out_ready = '1' then
          state   <= addressing;
          column  <= column + 1;
          address <= address + 1;
          if column = columns then
            column  <= (others => '0');
            row     <= row + 1;
            address <= tile_base;
            if last_row = '1' then
              next_base_v := tile_base + stride;
              row         <= (others => '0');
              tile        <= tile + 1;
              tile_base   <= next_base_v;
              address     <= next_base_v;
            end if;
          end if;
          if last = '1' then
            state <= waiting;
          end if;
        end if;
      end if;
      if rst = '1' then
        state <= waiting;
      end if;
    end if;
  end process walk;

end architecture rtl;

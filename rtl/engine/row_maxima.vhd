--! The maxima of the rows of a tile of scores, taken as the drain's results come: R elements of a slot in cycle 0, the
--! maxima with them from cycle 1 on.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.engine_types.all;
use work.integer_arithmetic.all;

entity row_maxima is
  generic (
    rows_g         : positive; --! T.
    lanes_g        : positive; --! R.
    element_bits_g : positive  --! AW.
  );
  port (
    clk    : in  std_ulogic;                                               --! Clock.
    slot   : in  slot_t;                                                   --! Where the lanes belong.
    lanes  : in  std_ulogic_vector(lanes_g * element_bits_g - 1 downto 0); --! R elements, row 0 low.
    maxima : out std_ulogic_vector(rows_g * element_bits_g - 1 downto 0)   --! Of each row, row 0 low.
  );
end entity row_maxima;

architecture rtl of row_maxima is
  constant groups_c : positive := rows_g / lanes_g;

  signal greatest : std_ulogic_vector(maxima'range) := (others => '0');

begin

  maxima <= greatest;

  compare : process (clk) is
    variable known_v   : std_ulogic_vector(groups_c * element_bits_g - 1 downto 0);
    variable element_v : std_ulogic_vector(element_bits_g - 1 downto 0);
    variable larger_v  : std_ulogic_vector(lanes_g - 1 downto 0);
  begin
    if rising_edge(clk) then
      for lane in 0 to lanes_g - 1 loop
        for index in 0 to groups_c - 1 loop
          known_v((index + 1) * element_bits_g - 1 downto index * element_bits_g) := greatest(
            (index * lanes_g + lane + 1) * element_bits_g - 1 downto (index * lanes_g + lane) * element_bits_g);
        end loop;
        element_v      := lanes((lane + 1) * element_bits_g - 1 downto lane * element_bits_g);
        larger_v(lane) := slot.first_column;
        if signed(element_v) > signed(pick(known_v, slot.group_index, element_bits_g)) then
          larger_v(lane) := '1';
        end if;
      end loop;
      for row in 0 to rows_g - 1 loop
        if slot.valid = '1' and slot.maxima = '1' and slot.group_index = row / lanes_g
          and larger_v(row mod lanes_g) = '1' and (slot.causal = '0' or signed(slot.ahead) <= row) then
          greatest((row + 1) * element_bits_g - 1 downto row * element_bits_g)
            <= lanes((row mod lanes_g + 1) * element_bits_g - 1 downto (row mod lanes_g) * element_bits_g);
        end if;
      end loop;
    end if;
  end process compare;

end architecture rtl;

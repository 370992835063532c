--! floor(sqrt(gain / spread)), one digit a cycle (docs/arithmetic.md, LayerNorm and RMSNorm). load takes the operands;
--! the root is there root_bits_g + 1 cycles later. The spread must not be 0 for a root that means something.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.integer_arithmetic.all;

entity reciprocal_root is
  generic (
    spread_bits_g : positive; --! Width of the spread.
    root_bits_g   : positive  --! Digits of the root, at least 2.
  );
  port (
    clk    : in  std_ulogic;                               --! Clock.
    load   : in  std_ulogic;                               --! Takes the operands.
    gain   : in  unsigned(2 * root_bits_g - 1 downto 0);   --! G.
    spread : in  unsigned(spread_bits_g - 1 downto 0);     --! W.
    root   : out unsigned(root_bits_g - 1 downto 0)        --! The greatest r with r * r * W <= G.
  );
end entity reciprocal_root;

architecture rtl of reciprocal_root is

  --! With A = r W: the remainder is less than 2 A + W, and A at most 2**(root_bits_g - 1) sqrt(W) at the last digit.
  function work_bits return positive is
  begin
    if root_bits_g + (spread_bits_g + 1) / 2 > spread_bits_g then
      return root_bits_g + (spread_bits_g + 1) / 2 + 4;
    end if;
    return spread_bits_g + 4;
  end function work_bits;

  subtype work_t is unsigned(work_bits - 1 downto 0);

  signal remainder : work_t                                  := (others => '0');
  signal area      : work_t                                  := (others => '0');
  signal unit      : work_t                                  := (others => '0');
  signal pairs     : unsigned(2 * root_bits_g - 1 downto 0)  := (others => '0');
  signal digits    : unsigned(root_bits_g - 1 downto 0)      := (others => '0');

begin

  root <= digits;

  find_digits : process (clk) is
    variable next_v : work_t;
    variable step_v : work_t;
    variable area_v : work_t;
  begin
    if rising_edge(clk) then
      next_v := remainder(work_t'high - 2 downto 0) & pairs(2 * root_bits_g - 1 downto 2 * root_bits_g - 2);
      step_v := (area(work_t'high - 2 downto 0) & "00") + unit;
      area_v := area(work_t'high - 1 downto 0) & '0';
      pairs  <= pairs(2 * root_bits_g - 3 downto 0) & "00";
      if next_v >= step_v then
        remainder <= next_v - step_v;
        area      <= area_v + unit;
        digits    <= digits(root_bits_g - 2 downto 0) & '1';
      else
        remainder <= next_v;
        area      <= area_v;
        digits    <= digits(root_bits_g - 2 downto 0) & '0';
      end if;
      if load = '1' then
        remainder <= (others => '0');
        area      <= (others => '0');
        unit      <= unsigned(zero_extend(std_ulogic_vector(spread), work_t'length));
        pairs     <= gain;
      end if;
    end if;
  end process find_digits;

end architecture rtl;

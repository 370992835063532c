--! floor(numerator / divisor), one quotient bit a cycle, restoring. load takes the operands; the quotient is there
--! quotient_bits_g + 1 cycles later. The quotient must fit its bits.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;

entity reciprocal_divider is
  generic (
    numerator_bits_g : positive; --! Width of the numerator, more than quotient_bits_g.
    divisor_bits_g   : positive; --! Width of the divisor.
    quotient_bits_g  : positive  --! QB.
  );
  port (
    clk       : in  std_ulogic;                                --! Clock.
    load      : in  std_ulogic;                                --! Takes the operands.
    numerator : in  unsigned(numerator_bits_g - 1 downto 0);   --! Dividend.
    divisor   : in  unsigned(divisor_bits_g - 1 downto 0);     --! Divisor, not 0.
    quotient  : out unsigned(quotient_bits_g - 1 downto 0)     --! Quotient.
  );
end entity reciprocal_divider;

architecture rtl of reciprocal_divider is

  --! Bits of the numerator above the quotient's; as the quotient fits, those beyond the divisor's width are 0.
  function high_bits return positive is
  begin
    if numerator_bits_g - quotient_bits_g > divisor_bits_g then
      return divisor_bits_g;
    end if;
    return numerator_bits_g - quotient_bits_g;
  end function high_bits;

  constant high_bits_c : positive := high_bits;

  signal remainder   : unsigned(divisor_bits_g downto 0)       := (others => '0');
  signal subtrahend  : unsigned(divisor_bits_g downto 0)       := (others => '0');
  signal digits      : unsigned(quotient_bits_g - 1 downto 0)  := (others => '0');
begin

  quotient <= digits;

  divide : process (clk) is
    variable next_v       : unsigned(divisor_bits_g downto 0);
    variable difference_v : unsigned(divisor_bits_g downto 0);
  begin
    if rising_edge(clk) then
      next_v       := remainder(divisor_bits_g - 1 downto 0) & digits(quotient_bits_g - 1);
      difference_v := next_v - subtrahend;
      if next_v >= subtrahend then
        remainder <= difference_v;
        digits    <= digits(quotient_bits_g - 2 downto 0) & '1';
      else
        remainder <= next_v;
        digits    <= digits(quotient_bits_g - 2 downto 0) & '0';
      end if;
      if load = '1' then
        remainder <= (others => '0');
        remainder(high_bits_c - 1 downto 0)
          <= numerator(quotient_bits_g + high_bits_c - 1 downto quotient_bits_g);
        digits     <= numerator(quotient_bits_g - 1 downto 0);
        subtrahend <= '0' & divisor;
      end if;
    end if;
  end process divide;

end architecture rtl;

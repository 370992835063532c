--! floor(numerator / divisor), two quotient bits a cycle, restoring. load takes the operands; the quotient is there
--! ceil(quotient_bits_g / 2) + 1 cycles later. The quotient must fit its bits.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.integer_arithmetic.all;

entity reciprocal_divider is
  generic (
    numerator_bits_g : positive; --! Width of the numerator.
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
  constant digits_c : positive := 2 * ((quotient_bits_g + 1) / 2);

  --! Bits of the numerator above the quotient's; as the quotient fits, those beyond the divisor's width are 0.
  function high_bits return positive is
  begin
    if numerator_bits_g - digits_c > divisor_bits_g then
      return divisor_bits_g;
    elsif numerator_bits_g - digits_c < 1 then
      return 1;
    end if;
    return numerator_bits_g - digits_c;
  end function high_bits;

  constant high_bits_c : positive := high_bits;

  signal remainder   : unsigned(divisor_bits_g downto 0)       := (others => '0');
  signal subtrahend  : unsigned(divisor_bits_g downto 0)       := (others => '0');
  signal digits      : unsigned(digits_c - 1 downto 0)         := (others => '0');
  signal dividend    : unsigned(digits_c + high_bits_c - 1 downto 0);
begin

  quotient <= digits(quotient_bits_g - 1 downto 0);

  --! The numerator without the bits that are 0, or with as many as are missing.
  align_numerator : process (all) is
  begin
    dividend <= (others => '0');
    for index in 0 to digits_c + high_bits_c - 1 loop
      if index < numerator_bits_g then
        dividend(index) <= numerator(index);
      end if;
    end loop;
  end process align_numerator;

  divide : process (clk) is
    variable remainder_v  : unsigned(divisor_bits_g downto 0);
    variable difference_v : unsigned(divisor_bits_g downto 0);
    variable found_v      : unsigned(1 downto 0);
  begin
    if rising_edge(clk) then
      remainder_v := remainder;
      for index in 1 downto 0 loop
        remainder_v    := remainder_v(divisor_bits_g - 1 downto 0) & digits(digits_c - 2 + index);
        difference_v   := remainder_v - subtrahend;
        found_v(index) := '0';
        if remainder_v >= subtrahend then
          remainder_v    := difference_v;
          found_v(index) := '1';
        end if;
      end loop;
      remainder <= remainder_v;
      digits    <= digits(digits_c - 3 downto 0) & found_v;
      if load = '1' then
        remainder  <= unsigned(zero_extend(
          std_ulogic_vector(dividend(digits_c + high_bits_c - 1 downto digits_c)), divisor_bits_g + 1));
        digits     <= dividend(digits_c - 1 downto 0);
        subtrahend <= '0' & divisor;
      end if;
    end if;
  end process divide;

end architecture rtl;

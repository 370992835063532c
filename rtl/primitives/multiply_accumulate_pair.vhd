--! Two cells of the array in one DSP slice, which share a: VHDL view. b is b_high * 2**shift_g + b_low, both signed.
--! low is the sum of the a * b_low; the sum of the a * b_high is high + carry. Cycle 0: a and b; cycle 2: first and enable belong to them; the sums are low and high + carry, in cycle 3.
--! Modulo 2**p_bits_g; of kind "inside", low must fit shift_g bits.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;

entity multiply_accumulate_pair is
  generic (
    a_bits_g : positive; --! Width of a.
    b_bits_g : positive; --! Width of b_low and b_high.
    shift_g  : positive; --! Bits between them; of kind "outside" a product must fit them.
    p_bits_g : positive; --! Width of the accumulators, at most shift_g of kind "inside".
    kind_g   : string    --! "inside": the DSP slice accumulates; "outside": LUTs do.
  );
  port (
    clk    : in  std_ulogic;                             --! Clock.
    a      : in  signed(a_bits_g - 1 downto 0);          --! Left operand of both.
    b      : in  signed(shift_g + b_bits_g downto 0);    --! The packed right operands.
    first  : in  std_ulogic;                             --! The products start new sums.
    enable : in  std_ulogic;                             --! The products are added.
    p      : out std_ulogic_vector(2 * p_bits_g downto 0) --! The carry, high and low, from the high bit down.
  );
end entity multiply_accumulate_pair;

architecture behavioral of multiply_accumulate_pair is
  constant product_bits_c : positive := a_bits_g + b_bits_g + shift_g + 1;
begin

  sums_in_dsp : if kind_g = "inside" generate
    signal a_reg   : signed(a_bits_g - 1 downto 0)       := (others => '0');
    signal b_reg   : signed(shift_g + b_bits_g downto 0) := (others => '0');
    signal product : signed(product_bits_c - 1 downto 0) := (others => '0');
    signal sum     : signed(47 downto 0)                 := (others => '0');
  begin

    p <= sum(shift_g - 1) & std_ulogic_vector(sum(shift_g + p_bits_g - 1 downto shift_g))
         & std_ulogic_vector(sum(p_bits_g - 1 downto 0));

    accumulate : process (clk) is
    begin
      if rising_edge(clk) then
        a_reg   <= a;
        b_reg   <= b;
        product <= a_reg * b_reg;
        if enable = '1' then
          if first = '1' then
            sum <= resize(product, 48);
          else
            sum <= sum + resize(product, 48);
          end if;
        end if;
      end if;
    end process accumulate;

  end generate sums_in_dsp;

  sums_beside_dsp : if kind_g /= "inside" generate
    signal multiplied : signed(product_bits_c - 1 downto 0) := (others => '0');
    signal product    : signed(product_bits_c - 1 downto 0) := (others => '0');
    signal low_sum    : signed(p_bits_g - 1 downto 0)       := (others => '0');
    signal high_sum   : signed(p_bits_g - 1 downto 0)       := (others => '0');

    --! A product modulo 2**p_bits_g.
    function addend(value : signed(shift_g - 1 downto 0)) return signed is
    begin
      if p_bits_g <= shift_g then
        return value(p_bits_g - 1 downto 0);
      end if;
      return resize(value, p_bits_g);
    end function addend;

  begin

    p <= '0' & std_ulogic_vector(high_sum) & std_ulogic_vector(low_sum);

    accumulate : process (clk) is
      variable low_v  : signed(p_bits_g - 1 downto 0);
      variable high_v : signed(p_bits_g - 1 downto 0);
    begin
      if rising_edge(clk) then
        multiplied <= a * b;
        product    <= multiplied;
        if enable = '1' then
          low_v  := low_sum;
          high_v := high_sum;
          if first = '1' then
            low_v  := (others => '0');
            high_v := (others => '0');
          end if;
          low_sum  <= low_v + addend(product(shift_g - 1 downto 0));
          high_sum <= high_v + addend(product(2 * shift_g - 1 downto shift_g));
          if product(shift_g - 1) = '1' then
            high_sum <= high_v + addend(product(2 * shift_g - 1 downto shift_g)) + 1;
          end if;
        end if;
      end if;
    end process accumulate;

  end generate sums_beside_dsp;

end architecture behavioral;

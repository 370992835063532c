--! One cell of the array, VHDL view: three stages (operands, product, accumulator).
--! Cycle 0: a and b; cycle 2: first and enable belong to that pair; the sum is in p in cycle 3.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;

entity multiply_accumulate is
  generic (
    a_bits_g : positive; --! Width of a.
    b_bits_g : positive; --! Width of b.
    p_bits_g : positive; --! Width of the accumulator; sums are modulo 2**p_bits_g.
    kind_g   : string    --! "dsp", or "lut": no DSP slice is used.
  );
  port (
    clk    : in  std_ulogic;                       --! Clock.
    a      : in  signed(a_bits_g - 1 downto 0);    --! Left operand.
    b      : in  signed(b_bits_g - 1 downto 0);    --! Right operand.
    first  : in  std_ulogic;                       --! The product starts a new sum.
    enable : in  std_ulogic;                       --! The product is added.
    p      : out signed(p_bits_g - 1 downto 0)     --! The sum.
  );
end entity multiply_accumulate;

architecture behavioral of multiply_accumulate is
  signal a_reg   : signed(a_bits_g - 1 downto 0)            := (others => '0');
  signal b_reg   : signed(b_bits_g - 1 downto 0)            := (others => '0');
  signal product : signed(a_bits_g + b_bits_g - 1 downto 0) := (others => '0');
  signal sum     : signed(p_bits_g - 1 downto 0)            := (others => '0');

  --! The product modulo 2**p_bits_g.
  function addend(value : signed(a_bits_g + b_bits_g - 1 downto 0)) return signed is
  begin
    if p_bits_g <= a_bits_g + b_bits_g then
      return value(p_bits_g - 1 downto 0);
    end if;
    return resize(value, p_bits_g);
  end function addend;

  function use_dsp_of(kind : string) return string is
  begin
    if kind = "dsp" then
      return "yes";
    end if;
    return "no";
  end function use_dsp_of;

  -- For Vivado: the product and its sum in one DSP48E1, or both of LUTs.
  attribute use_dsp            : string;
  attribute use_dsp of product : signal is use_dsp_of(kind_g);
  attribute use_dsp of sum     : signal is use_dsp_of(kind_g);
begin

  p <= sum;

  accumulate : process (clk) is
    variable start_v : signed(p_bits_g - 1 downto 0);
  begin
    if rising_edge(clk) then
      a_reg   <= a;
      b_reg   <= b;
      product <= a_reg * b_reg;
      if enable = '1' then
        start_v := sum;
        if first = '1' then
          start_v := (others => '0');
        end if;
        sum <= start_v + addend(product);
      end if;
    end if;
  end process accumulate;

end architecture behavioral;

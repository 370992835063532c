--! A registered signed product, VHDL view: two cycles after a and b.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;

entity multiply is
  generic (
    a_bits_g : positive; --! Width of a.
    b_bits_g : positive; --! Width of b.
    kind_g   : string    --! "dsp", or "lut": no DSP slice is used.
  );
  port (
    clk : in  std_ulogic;                                  --! Clock.
    a   : in  signed(a_bits_g - 1 downto 0);               --! Left operand.
    b   : in  signed(b_bits_g - 1 downto 0);               --! Right operand.
    p   : out signed(a_bits_g + b_bits_g - 1 downto 0)     --! Product.
  );
end entity multiply;

architecture behavioral of multiply is
  signal multiplied : signed(a_bits_g + b_bits_g - 1 downto 0) := (others => '0');
  signal product    : signed(a_bits_g + b_bits_g - 1 downto 0) := (others => '0');

  -- For Vivado, which makes small products of LUTs.
  attribute use_dsp               : string;
  attribute use_dsp of multiplied : signal is "yes";
begin

  p <= product;

  multiply_operands : process (clk) is
  begin
    if rising_edge(clk) then
      multiplied <= a * b;
      product    <= multiplied;
    end if;
  end process multiply_operands;

end architecture behavioral;

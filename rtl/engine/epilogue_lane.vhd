--! y = clamp((acc * M + ((r * N) << k) + B) >> s): one lane of the epilogue (docs/arithmetic.md).
--! Operands in cycle 0, k in cycle 2, s and the bounds in cycle 3, the result in cycle 4.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.engine_types.all;
use work.integer_arithmetic.all;
use work.primitives.all;

entity epilogue_lane is
  generic (
    element_bits_g             : positive; --! AW.
    accumulator_bits_g         : positive; --! Width of the accumulator operand.
    multiplier_bits_g          : positive; --! Width of M.
    residual_multiplier_bits_g : positive; --! NW.
    offset_bits_g              : positive; --! OW.
    sum_bits_g                 : positive; --! SW.
    shift_minimum_g            : natural;  --! S_MIN.
    shift_maximum_g            : natural;  --! S_MAX.
    residual_shift_minimum_g   : natural;  --! K_MIN.
    residual_shift_maximum_g   : natural;  --! K_MAX.
    residual_in_dsp_g          : boolean   --! The residual's product is made in a DSP slice.
  );
  port (
    clk                 : in  std_ulogic;                                          --! Clock.
    accumulator         : in  signed(accumulator_bits_g - 1 downto 0);             --! acc.
    multiplier          : in  signed(multiplier_bits_g - 1 downto 0);              --! M.
    residual            : in  signed(element_bits_g downto 0);                     --! r.
    residual_multiplier : in  signed(residual_multiplier_bits_g - 1 downto 0);     --! N.
    offset              : in  signed(offset_bits_g - 1 downto 0);                  --! B.
    k                   : in  unsigned(5 downto 0);                                --! k, two cycles later.
    s                   : in  unsigned(5 downto 0);                                --! s, three cycles later.
    minimum             : in  bound_t;                                             --! Lower bound, three cycles later.
    maximum             : in  bound_t;                                             --! Upper bound, three cycles later.
    y_next              : out std_ulogic_vector(element_bits_g - 1 downto 0);      --! Result, three cycles later.
    y                   : out std_ulogic_vector(element_bits_g - 1 downto 0)       --! Result, four cycles later.
  );
end entity epilogue_lane;

architecture rtl of epilogue_lane is
  constant product_bits_c          : positive := accumulator_bits_g + multiplier_bits_g;
  constant residual_product_bits_c : positive := element_bits_g + 1 + residual_multiplier_bits_g;

  --! How the residual's product is made.
  function residual_kind return string is
  begin
    if residual_in_dsp_g then
      return "dsp";
    end if;
    return "lut";
  end function residual_kind;

  signal product          : signed(product_bits_c - 1 downto 0);
  signal residual_product : signed(residual_product_bits_c - 1 downto 0);
  signal offset_1         : signed(offset_bits_g - 1 downto 0) := (others => '0');
  signal offset_2         : signed(offset_bits_g - 1 downto 0) := (others => '0');
  signal sum              : signed(sum_bits_g - 1 downto 0)    := (others => '0');
  signal result           : std_ulogic_vector(element_bits_g - 1 downto 0);

  --! Cuts or widens to the proven width of the sum.
  function to_sum(value : signed) return signed is
    variable normal_v : signed(value'length - 1 downto 0);
  begin
    normal_v := value;
    if value'length >= sum_bits_g then
      return normal_v(sum_bits_g - 1 downto 0);
    end if;
    return sign_extend(normal_v, sum_bits_g);
  end function to_sum;

begin

  multiply_accumulator : component multiply
    generic map (
      a_bits_g => accumulator_bits_g,
      b_bits_g => multiplier_bits_g,
      kind_g   => "dsp"
    )
    port map (
      clk => clk,
      a   => accumulator,
      b   => multiplier,
      p   => product
    );

  multiply_residual : component multiply
    generic map (
      a_bits_g => element_bits_g + 1,
      b_bits_g => residual_multiplier_bits_g,
      kind_g   => residual_kind
    )
    port map (
      clk => clk,
      a   => residual,
      b   => residual_multiplier,
      p   => residual_product
    );

  finish : process (all) is
    variable result_v : signed(element_bits_g downto 0);
  begin
    result_v := clamp(
      shift_down(sum, s, shift_minimum_g, shift_maximum_g),
      minimum(element_bits_g downto 0),
      maximum(element_bits_g downto 0));
    result   <= std_ulogic_vector(result_v(element_bits_g - 1 downto 0));
  end process finish;

  y_next <= result;

  requantize : process (clk) is
  begin
    if rising_edge(clk) then
      offset_1 <= offset;
      offset_2 <= offset_1;
      sum      <= to_sum(product)
                  + to_sum(shift_up(residual_product, k, residual_shift_minimum_g, residual_shift_maximum_g))
                  + to_sum(offset_2);
      y        <= result;
    end if;
  end process requantize;

end architecture rtl;

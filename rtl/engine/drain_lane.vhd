--! One of the R lanes of the drain: selects the operands of a slot (a sum of products with its residual, a
--! reciprocal and an exponential, or a root and a deviation) and requantizes them; a function's table may follow.
--! The slot's words come in cycle 0, its result in cycle 5.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.engine_types.all;
use work.integer_arithmetic.all;
use work.primitives.all;

entity drain_lane is
  generic (
    lane_g                     : natural;  --! Which of the R rows of a group.
    rows_g                     : positive; --! T.
    lanes_g                    : positive; --! R.
    element_bits_g             : positive; --! AW.
    accumulator_bits_g         : positive; --! ACC.
    multiplier_bits_g          : positive; --! MW.
    residual_multiplier_bits_g : positive; --! NW.
    offset_bits_g              : positive; --! OW.
    sum_bits_g                 : positive; --! SW.
    shift_minimum_g            : natural;  --! S_MIN.
    shift_maximum_g            : natural;  --! S_MAX.
    residual_shift_minimum_g   : natural;  --! K_MIN.
    residual_shift_maximum_g   : natural;  --! K_MAX.
    exponential_bits_g         : positive; --! EB.
    reciprocal_preshift_g      : natural;  --! RS.
    quotient_bits_g            : positive; --! QB.
    residual_in_dsp_g          : boolean;  --! The residual's product is made in a DSP slice.
    deviation_bits_g           : positive; --! NU.
    root_bits_g                : positive; --! NR.
    normalizes_g               : boolean;  --! There are normalizations.
    function_depth_g           : positive  --! Words of the functions' tables; none where two words.
  );
  port (
    clk           : in  std_ulogic;                                              --! Clock.
    slot          : in  slot_t;                                                  --! The slot of the words.
    shifted       : in  slot_t;                                                  --! The slot three cycles before.
    clamped       : in  slot_t;                                                  --! The slot four cycles before.
    finished      : in  slot_t;                                                  --! The slot five cycles before.
    sum           : in  std_ulogic_vector(accumulator_bits_g - 1 downto 0);      --! The lane's sum of products.
    carry         : in  std_ulogic;                                              --! To be added to it.
    reciprocal    : in  std_ulogic_vector(quotient_bits_g - 1 downto 0);         --! The lane's reciprocal.
    exponential   : in  std_ulogic_vector(exponential_bits_g - 1 downto 0);      --! The lane's exponential.
    root          : in  std_ulogic_vector(root_bits_g - 1 downto 0);             --! The lane's reciprocal root.
    deviation     : in  std_ulogic_vector(deviation_bits_g - 1 downto 0);        --! The lane's deviation.
    residual_word : in  std_ulogic_vector(rows_g * element_bits_g - 1 downto 0); --! T residual elements.
    epilogue_word : in  std_ulogic_vector(
      multiplier_bits_g + residual_multiplier_bits_g + offset_bits_g - 1 downto 0); --! B, N, M.
    table_address : out std_ulogic_vector(bits_to_count(function_depth_g) - 1 downto 0); --! Of clamped's table word.
    table_value   : in  std_ulogic_vector(element_bits_g - 1 downto 0);          --! The word, for finished.
    y             : out std_ulogic_vector(element_bits_g - 1 downto 0)           --! The element, five cycles later.
  );
end entity drain_lane;

architecture rtl of drain_lane is
  constant constant_bits_c : positive := multiplier_bits_g + residual_multiplier_bits_g + offset_bits_g;

  --! The accumulator's place in a lane holds a sum of products or a shifted reciprocal.
  function wider(left, right : positive) return positive is
  begin
    if left > right then
      return left;
    end if;
    return right;
  end function wider;

  constant lane_bits_c       : positive := wider(
    wider(accumulator_bits_g, quotient_bits_g + reciprocal_preshift_g + 1), root_bits_g + 1);
  constant multiplier_bits_c : positive := wider(wider(multiplier_bits_g, exponential_bits_g + 1), deviation_bits_g);

  signal accumulator         : signed(lane_bits_c - 1 downto 0)                := (others => '0');
  signal multiplier          : signed(multiplier_bits_c - 1 downto 0)          := (others => '0');
  signal residual            : signed(element_bits_g downto 0)                 := (others => '0');
  signal residual_multiplier : signed(residual_multiplier_bits_g - 1 downto 0) := (others => '0');
  signal offset              : signed(sum_bits_g - 1 downto 0)                 := (others => '0');
  signal result_next         : std_ulogic_vector(element_bits_g - 1 downto 0);
  signal result              : std_ulogic_vector(element_bits_g - 1 downto 0);

begin

  select_lane_operands : process (clk) is
    variable elements_v : std_ulogic_vector(rows_g / lanes_g * element_bits_g - 1 downto 0);
    variable element_v  : std_ulogic_vector(element_bits_g - 1 downto 0);
    variable sum_v      : signed(accumulator_bits_g - 1 downto 0);
    variable half_v     : signed(sum_bits_g - 1 downto 0);
  begin
    if rising_edge(clk) then
      for index in 0 to rows_g / lanes_g - 1 loop
        elements_v((index + 1) * element_bits_g - 1 downto index * element_bits_g) := residual_word(
          (index * lanes_g + lane_g + 1) * element_bits_g - 1 downto (index * lanes_g + lane_g) * element_bits_g);
      end loop;
      element_v := pick(elements_v, slot.group_index, element_bits_g);
      residual <= (others => '0');
      if slot.residual = '1' then
        residual <= extend(element_v, slot.residual_unsigned, element_bits_g + 1);
      end if;
      sum_v := signed(sum);
      if carry = '1' then
        sum_v := sum_v + 1;
      end if;
      accumulator         <= sign_extend(sum_v, lane_bits_c);
      multiplier          <= sign_extend(signed(epilogue_word(multiplier_bits_g - 1 downto 0)), multiplier_bits_c);
      residual_multiplier <= signed(epilogue_word(
        multiplier_bits_g + residual_multiplier_bits_g - 1 downto multiplier_bits_g));
      offset              <= sign_extend(signed(epilogue_word(
        constant_bits_c - 1 downto multiplier_bits_g + residual_multiplier_bits_g)), sum_bits_g);
      if slot.softmax = '1' or (normalizes_g and slot.norm = '1') then
        half_v := (others => '0');
        for amount in shift_minimum_g to shift_maximum_g loop
          if slot.s = amount then
            half_v(amount - 1) := '1';
          end if;
        end loop;
        offset      <= half_v;
        multiplier  <= signed(zero_extend(exponential, multiplier_bits_c));
        accumulator <= signed(zero_extend(reciprocal, lane_bits_c, reciprocal_preshift_g));
      end if;
      if normalizes_g and slot.norm = '1' then
        multiplier  <= sign_extend(signed(deviation), multiplier_bits_c);
        accumulator <= signed(zero_extend(root, lane_bits_c));
      end if;
    end if;
  end process select_lane_operands;

  requantize : entity work.epilogue_lane
    generic map (
      element_bits_g             => element_bits_g,
      accumulator_bits_g         => lane_bits_c,
      multiplier_bits_g          => multiplier_bits_c,
      residual_multiplier_bits_g => residual_multiplier_bits_g,
      offset_bits_g              => sum_bits_g,
      sum_bits_g                 => sum_bits_g,
      shift_minimum_g            => shift_minimum_g,
      shift_maximum_g            => shift_maximum_g,
      residual_shift_minimum_g   => residual_shift_minimum_g,
      residual_shift_maximum_g   => residual_shift_maximum_g,
      residual_in_dsp_g          => residual_in_dsp_g
    )
    port map (
      clk                 => clk,
      accumulator         => accumulator,
      multiplier          => multiplier,
      residual            => residual,
      residual_multiplier => residual_multiplier,
      offset              => offset,
      k                   => shifted.k,
      s                   => clamped.s,
      minimum             => clamped.minimum,
      maximum             => clamped.maximum,
      y_next              => result_next,
      y                   => result
    );

  without_functions : if function_depth_g <= 2 generate
    table_address <= (others => '0');
    y                <= result;
  end generate without_functions;

  --! A table's words are addressed in the cycle in which the result is clamped, and so come with the result.
  with_functions : if function_depth_g > 2 generate

    address_table : process (all) is
    begin
      for index in 0 to bits_to_count(function_depth_g) - 1 loop
        if index < element_bits_g then
          table_address(index) <= result_next(index);
        else
          table_address(index) <= clamped.function_base(index);
        end if;
      end loop;
    end process address_table;

    y <= table_value when finished.lookup = '1' else result;

  end generate with_functions;

end architecture rtl;

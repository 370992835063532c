--! A new vector every cycle against the results that C# computed (IntegerArithmetic.Requantize). A line of the file
--! holds ten words of 16 hexadecimal digits, two's complement: acc, M, r, N, B, k, s, minimum, maximum, y.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.engine_types.all;
use work.bench_types.all;

library std;
use std.textio.all;

entity epilogue_lane_tb is
  generic (
    element_bits_g             : positive := 8;             --! AW.
    accumulator_bits_g         : positive := 20;            --! Width of the accumulator operand.
    multiplier_bits_g          : positive := 16;            --! Width of M.
    residual_multiplier_bits_g : positive := 16;            --! NW.
    offset_bits_g              : positive := 40;            --! OW.
    sum_bits_g                 : positive := 44;            --! SW.
    shift_minimum_g            : natural  := 20;            --! S_MIN.
    shift_maximum_g            : natural  := 24;            --! S_MAX.
    residual_shift_minimum_g   : natural  := 2;             --! K_MIN.
    residual_shift_maximum_g   : natural  := 6;             --! K_MAX.
    vectors_file_g             : string   := "vectors.hex"; --! Operands and expected results.
    residual_in_dsp_g          : boolean  := true;  --! The residual's product is made in a DSP slice.
    corrupt_g                  : boolean  := false          --! One check expects a wrong value.
  );
end entity epilogue_lane_tb;

architecture bench of epilogue_lane_tb is
  subtype field_word_t is std_ulogic_vector(63 downto 0);
  type vector_t is array (0 to 9) of field_word_t;
  type vectors_t is array (0 to 4) of vector_t;

  shared variable checks : checks_t;

  signal clk                 : std_ulogic                                      := '0';
  signal accumulator         : signed(accumulator_bits_g - 1 downto 0)         := (others => '0');
  signal multiplier          : signed(multiplier_bits_g - 1 downto 0)          := (others => '0');
  signal residual            : signed(element_bits_g downto 0)                 := (others => '0');
  signal residual_multiplier : signed(residual_multiplier_bits_g - 1 downto 0) := (others => '0');
  signal offset              : signed(offset_bits_g - 1 downto 0)              := (others => '0');
  signal k                   : unsigned(5 downto 0)                            := (others => '0');
  signal s                   : unsigned(5 downto 0)                            := (others => '0');
  signal minimum             : bound_t                                         := (others => '0');
  signal maximum             : bound_t                                         := (others => '0');
  signal y                   : std_ulogic_vector(element_bits_g - 1 downto 0);
begin

  clk <= not clk after 5 ns;
  watchdog(10 ms);

  device : entity work.epilogue_lane
    generic map (
      element_bits_g             => element_bits_g,
      accumulator_bits_g         => accumulator_bits_g,
      multiplier_bits_g          => multiplier_bits_g,
      residual_multiplier_bits_g => residual_multiplier_bits_g,
      offset_bits_g              => offset_bits_g,
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
      k                   => k,
      s                   => s,
      minimum             => minimum,
      maximum             => maximum,
      y                   => y
    );

  play : process is
    file     vectors_f : text;
    variable line_v    : line;
    variable vectors_v : vectors_t := (others => (others => (others => '0')));
    variable number_v  : natural   := 0;
    variable left_v    : natural   := 4;
  begin
    checks.corrupt(corrupt_g);
    file_open(vectors_f, vectors_file_g, read_mode);
    while left_v > 0 loop
      wait until falling_edge(clk);
      vectors_v(1 to 4) := vectors_v(0 to 3);
      if endfile(vectors_f) then
        left_v := left_v - 1;
      else
        readline(vectors_f, line_v);
        for index in 0 to 9 loop
          hread(line_v, vectors_v(0)(index));
        end loop;
        number_v := number_v + 1;
      end if;
      accumulator         <= signed(vectors_v(0)(0)(accumulator'range));
      multiplier          <= signed(vectors_v(0)(1)(multiplier'range));
      residual            <= signed(vectors_v(0)(2)(residual'range));
      residual_multiplier <= signed(vectors_v(0)(3)(residual_multiplier'range));
      offset              <= signed(vectors_v(0)(4)(offset'range));
      k                   <= unsigned(vectors_v(2)(5)(k'range));
      s                   <= unsigned(vectors_v(3)(6)(s'range));
      minimum             <= signed(vectors_v(3)(7)(minimum'range));
      maximum             <= signed(vectors_v(3)(8)(maximum'range));
      if number_v > 4 or (left_v < 4 and number_v > 3 - left_v) then
        checks.equal("y", y, vectors_v(4)(9)(y'range));
      end if;
    end loop;
    checks.conclude(number_v);
    wait;
  end process play;

end architecture bench;

--! Divisions back to back and with pauses against the quotients that C# computed (IntegerArithmetic.Reciprocal, or any
--! other numerator). A line of the file holds three words of 16 hexadecimal digits: numerator, divisor, quotient.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.bench_types.all;

library std;
use std.textio.all;

entity reciprocal_divider_tb is
  generic (
    numerator_bits_g : positive := 26;            --! Width of the numerator.
    divisor_bits_g   : positive := 12;            --! Width of the divisor.
    quotient_bits_g  : positive := 18;            --! QB.
    vectors_file_g   : string   := "vectors.hex"; --! Operands and expected quotients.
    corrupt_g        : boolean  := false;         --! One check expects a wrong value.
    seed_g           : positive := 1              --! Of the pauses and of what lies at the idle ports.
  );
end entity reciprocal_divider_tb;

architecture bench of reciprocal_divider_tb is
  subtype field_word_t is std_ulogic_vector(63 downto 0);

  shared variable stimuli : stimuli_t;
  shared variable checks  : checks_t;

  signal clk       : std_ulogic                              := '0';
  signal load      : std_ulogic                              := '0';
  signal numerator : unsigned(numerator_bits_g - 1 downto 0) := (others => '0');
  signal divisor   : unsigned(divisor_bits_g - 1 downto 0)   := (others => '0');
  signal quotient  : unsigned(quotient_bits_g - 1 downto 0);
begin

  clk <= not clk after 5 ns;
  watchdog(10 ms);

  device : entity work.reciprocal_divider
    generic map (
      numerator_bits_g => numerator_bits_g,
      divisor_bits_g   => divisor_bits_g,
      quotient_bits_g  => quotient_bits_g
    )
    port map (
      clk       => clk,
      load      => load,
      numerator => numerator,
      divisor   => divisor,
      quotient  => quotient
    );

  play : process is
    file     vectors_f   : text;
    variable line_v      : line;
    variable numerator_v : field_word_t;
    variable divisor_v   : field_word_t;
    variable quotient_v  : field_word_t;
    variable number_v    : natural := 0;
  begin
    stimuli.start(seed_g);
    checks.corrupt(corrupt_g);
    file_open(vectors_f, vectors_file_g, read_mode);
    wait until falling_edge(clk);
    while not endfile(vectors_f) loop
      readline(vectors_f, line_v);
      hread(line_v, numerator_v);
      hread(line_v, divisor_v);
      hread(line_v, quotient_v);
      number_v  := number_v + 1;
      load      <= '1';
      numerator <= unsigned(numerator_v(numerator'range));
      divisor   <= unsigned(divisor_v(divisor'range));
      for cycle in 1 to (quotient_bits_g + 1) / 2 + 1 loop
        wait until falling_edge(clk);
        load      <= '0';
        numerator <= unsigned(stimuli.word(numerator_bits_g));
        divisor   <= unsigned(stimuli.word(divisor_bits_g));
      end loop;
      checks.equal("quotient", std_ulogic_vector(quotient), quotient_v(quotient'range));
      if stimuli.chance(0.5) then
        for pause in 1 to stimuli.pick(1, 5) loop
          wait until falling_edge(clk);
        end loop;
      end if;
    end loop;
    checks.conclude(number_v);
    wait;
  end process play;

end architecture bench;

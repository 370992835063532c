--! A new pair every cycle; sums of random length with pauses inside; the sum is checked in every cycle.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use ieee.math_real.all;
use work.bench_types.all;

entity multiply_accumulate_tb is
  generic (
    a_bits_g  : positive := 9;     --! Width of a.
    b_bits_g  : positive := 8;     --! Width of b.
    p_bits_g  : positive := 24;    --! Width of the sum, may be less than a product's.
    corrupt_g : boolean  := false; --! One check expects a wrong value.
    seed_g    : positive := 1      --! Of the stimuli.
  );
end entity multiply_accumulate_tb;

architecture bench of multiply_accumulate_tb is
  --! The value that p_bits_g bits show of a sum: sums are modulo 2**p_bits_g.
  function wrap(sum : real) return real is
  begin
    return sum - 2.0 ** p_bits_g * floor(sum / 2.0 ** p_bits_g + 0.5);
  end function wrap;

  shared variable stimuli : stimuli_t;
  shared variable checks  : checks_t;

  signal clk    : std_ulogic                    := '0';
  signal a      : signed(a_bits_g - 1 downto 0) := (others => '0');
  signal b      : signed(b_bits_g - 1 downto 0) := (others => '0');
  signal first  : std_ulogic                    := '0';
  signal enable : std_ulogic                    := '0';
  signal p      : signed(p_bits_g - 1 downto 0);
begin

  clk <= not clk after 5 ns;
  watchdog(1 ms);

  device : entity work.multiply_accumulate
    generic map (
      a_bits_g => a_bits_g,
      b_bits_g => b_bits_g,
      p_bits_g => p_bits_g,
      kind_g   => "dsp"
    )
    port map (
      clk    => clk,
      a      => a,
      b      => b,
      first  => first,
      enable => enable,
      p      => p
    );

  play : process is
    type products_t is array (0 to 2) of real;
    variable products_v : products_t := (others => 0.0);
    variable sum_v      : real       := 0.0;
  begin
    stimuli.start(seed_g);
    checks.corrupt(corrupt_g);
    for cycle in 1 to 1000 loop
      wait until falling_edge(clk);
      checks.equal("sum", value_of(p), sum_v);
      a      <= signed(stimuli.word(a_bits_g));
      b      <= signed(stimuli.word(b_bits_g));
      enable <= level(stimuli.chance(0.8));
      first  <= level(stimuli.chance(0.1));
      wait for 1 ns;
      products_v := value_of(a) * value_of(b) & products_v(0 to 1);
      if enable = '1' then
        if first = '1' then
          sum_v := 0.0;
        end if;
        sum_v := wrap(sum_v + products_v(2));
      end if;
    end loop;
    checks.conclude(1000);
    wait;
  end process play;

end architecture bench;

--! Random and extreme operands, one pair a cycle; the product is expected one cycle later.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.bench_types.all;

entity multiply_tb is
  generic (
    a_bits_g  : positive := 25;   --! Width of a.
    b_bits_g  : positive := 18;   --! Width of b; both together at most 53.
    corrupt_g : boolean  := false; --! One check expects a wrong value.
    seed_g    : positive := 1      --! Of the stimuli.
  );
end entity multiply_tb;

architecture bench of multiply_tb is
  shared variable stimuli : stimuli_t;
  shared variable checks  : checks_t;

  signal clk : std_ulogic                    := '0';
  signal a   : signed(a_bits_g - 1 downto 0) := (others => '0');
  signal b   : signed(b_bits_g - 1 downto 0) := (others => '0');
  signal p   : signed(a_bits_g + b_bits_g - 1 downto 0);
begin

  clk <= not clk after 5 ns;
  watchdog(1 ms);

  device : entity work.multiply
    generic map (
      a_bits_g => a_bits_g,
      b_bits_g => b_bits_g,
      kind_g   => "dsp"
    )
    port map (
      clk => clk,
      a   => a,
      b   => b,
      p   => p
    );

  play : process is
    variable product_v : real := 0.0;
    variable earlier_v : real := 0.0;
  begin
    stimuli.start(seed_g);
    checks.corrupt(corrupt_g);
    for cycle in 1 to 500 loop
      wait until falling_edge(clk);
      checks.equal("product", value_of(p), earlier_v);
      earlier_v := product_v;
      a <= signed(stimuli.word(a_bits_g));
      b <= signed(stimuli.word(b_bits_g));
      wait for 1 ns;
      product_v := value_of(a) * value_of(b);
    end loop;
    checks.conclude(500);
    wait;
  end process play;

end architecture bench;

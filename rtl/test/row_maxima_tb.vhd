--! Tiles of random results, of scores and of others, at full speed and paused; the maxima are checked in every cycle.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.bench_types.all;
use work.engine_types.all;

entity row_maxima_tb is
  generic (
    rows_g         : positive := 6;     --! T.
    lanes_g        : positive := 2;     --! R.
    element_bits_g : positive := 8;     --! AW.
    corrupt_g      : boolean  := false; --! One check expects a wrong value.
    seed_g         : positive := 1      --! Of the stimuli.
  );
end entity row_maxima_tb;

architecture bench of row_maxima_tb is
  constant groups_c : positive := rows_g / lanes_g;

  type elements_t is array (0 to rows_g - 1) of integer;

  shared variable stimuli : stimuli_t;
  shared variable checks  : checks_t;

  signal clk    : std_ulogic := '0';
  signal slot   : slot_t     := no_slot_c;
  signal lanes  : std_ulogic_vector(lanes_g * element_bits_g - 1 downto 0) := (others => '0');
  signal maxima : std_ulogic_vector(rows_g * element_bits_g - 1 downto 0);
begin

  clk <= not clk after 5 ns;
  watchdog(1 ms);

  device : entity work.row_maxima
    generic map (
      rows_g         => rows_g,
      lanes_g        => lanes_g,
      element_bits_g => element_bits_g
    )
    port map (
      clk    => clk,
      slot   => slot,
      lanes  => lanes,
      maxima => maxima
    );

  play : process is
    variable greatest_v : elements_t := (others => 0);
    variable expected_v : std_ulogic_vector(maxima'range);
    variable wanted_v   : boolean;
    variable valid_v    : boolean;
    variable row_v      : natural;
    variable element_v  : integer;
  begin
    stimuli.start(seed_g);
    checks.corrupt(corrupt_g);
    for tile in 1 to 40 loop
      wanted_v := tile = 1 or stimuli.chance(0.7);
      for column in 0 to stimuli.pick(0, 5) loop
        for group_index in 0 to groups_c - 1 loop
          for pause in 0 to stimuli.pick(0, 1) loop
            wait until falling_edge(clk);
            for row in 0 to rows_g - 1 loop
              expected_v((row + 1) * element_bits_g - 1 downto row * element_bits_g)
                := std_ulogic_vector(to_signed(greatest_v(row), element_bits_g));
            end loop;
            checks.equal("maxima", maxima, expected_v);
            valid_v           := pause = 0;
            slot.valid        <= level(valid_v);
            slot.maxima       <= level(wanted_v);
            slot.first_column <= level(column = 0);
            slot.group_index  <= to_unsigned(group_index, 16);
            for lane in 0 to lanes_g - 1 loop
              row_v     := group_index * lanes_g + lane;
              element_v := stimuli.pick(-2 ** (element_bits_g - 1), 2 ** (element_bits_g - 1) - 1);
              lanes((lane + 1) * element_bits_g - 1 downto lane * element_bits_g)
                <= std_ulogic_vector(to_signed(element_v, element_bits_g));
              if valid_v and wanted_v and (column = 0 or element_v > greatest_v(row_v)) then
                greatest_v(row_v) := element_v;
              end if;
            end loop;
          end loop;
        end loop;
      end loop;
    end loop;
    checks.conclude(100);
    wait;
  end process play;

end architecture bench;

--! Windows of random elements, some broken off by an early last, some held back by a pause, at full speed or stalled on
--! both sides: every lane write, the ready of every cycle, what is under way and the completion. A place is computed
--! from the element's number by division.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.bench_types.all;

entity stream_input_tb is
  generic (
    rows_g         : positive := 4;     --! T.
    element_bits_g : positive := 8;     --! AW.
    window_g       : positive := 6;     --! n.
    features_g     : positive := 3;     --! m.
    stalled_g      : boolean  := false; --! The source pauses.
    corrupt_g      : boolean  := false; --! One check expects a wrong value.
    seed_g         : positive := 1      --! Of the stimuli.
  );
end entity stream_input_tb;

architecture bench of stream_input_tb is
  constant address_bits_c : positive := 8;
  constant count_bits_c   : positive := 7;
  constant elements_c     : positive := window_g * features_g;

  subtype element_t is std_ulogic_vector(element_bits_g - 1 downto 0);

  shared variable stimuli : stimuli_t;
  shared variable checks  : checks_t;

  signal clk           : std_ulogic := '0';
  signal rst           : std_ulogic := '1';
  signal enable        : std_ulogic := '0';
  signal pause         : std_ulogic := '0';
  signal in_valid      : std_ulogic := '0';
  signal in_ready      : std_ulogic;
  signal in_data       : element_t  := (others => '0');
  signal in_last       : std_ulogic := '0';
  signal write_lane    : std_ulogic_vector(rows_g - 1 downto 0);
  signal write_address : unsigned(address_bits_c - 1 downto 0);
  signal write_data    : element_t;
  signal collecting    : std_ulogic;
  signal complete      : std_ulogic;
begin

  clk <= not clk after 5 ns;
  watchdog(10 ms);

  device : entity work.stream_input
    generic map (
      rows_g         => rows_g,
      element_bits_g => element_bits_g,
      address_bits_g => address_bits_c,
      count_bits_g   => count_bits_c
    )
    port map (
      clk           => clk,
      rst           => rst,
      enable        => enable,
      pause         => pause,
      last_token    => to_unsigned(window_g - 1, count_bits_c),
      last_feature  => to_unsigned(features_g - 1, count_bits_c),
      in_valid      => in_valid,
      in_ready      => in_ready,
      in_data       => in_data,
      in_last       => in_last,
      write_lane    => write_lane,
      write_address => write_address,
      write_data    => write_data,
      collecting    => collecting,
      complete      => complete
    );

  play : process is
    variable number_v   : natural := 0;  -- Of the next element of its window.
    variable windows_v  : natural := 0;
    variable busy_v     : natural := 0;  -- Cycles that the engine still needs.
    variable token_v    : natural;
    variable lane_v     : std_ulogic_vector(write_lane'range) := (others => '0');
    variable address_v  : natural;
    variable data_v     : element_t;
    variable complete_v : boolean := false;
  begin
    stimuli.start(seed_g);
    checks.corrupt(corrupt_g);
    wait for 23 ns;
    rst <= '0';
    while windows_v < 8 loop
      wait until falling_edge(clk);
      if busy_v > 0 then
        busy_v := busy_v - 1;
      end if;
      enable   <= level(busy_v = 0);
      in_valid <= level(not stalled_g or stimuli.chance(0.6));
      in_data  <= stimuli.word(element_bits_g);
      -- A source need not mark the end of a window.
      in_last  <= level((number_v = elements_c - 1 and stimuli.chance(0.5)) or stimuli.chance(0.02));
      rst      <= level(stimuli.chance(0.01));
      pause    <= level(number_v = 0 and stimuli.chance(0.3));
      wait for 1 ns;
      checks.equal("in_ready", in_ready, level(busy_v = 0 and not complete_v and pause = '0'));
      checks.equal("collecting", collecting, level(number_v > 0) or (in_valid and in_ready));
      checks.equal("complete", complete, level(complete_v));
      checks.equal("write_lane", write_lane, lane_v);
      if unsigned(lane_v) /= 0 then
        checks.equal("write_address", to_integer(write_address), address_v);
        checks.equal("write_data", write_data, data_v);
      end if;
      if complete_v then
        busy_v    := stimuli.pick(2, 8);
        windows_v := windows_v + 1;
      end if;
      complete_v := false;
      lane_v     := (others => '0');
      if in_valid = '1' and in_ready = '1' then
        token_v                 := number_v / features_g;
        lane_v(token_v mod rows_g) := '1';
        address_v               := token_v / rows_g * features_g + number_v mod features_g;
        data_v                  := in_data;
        complete_v              := number_v = elements_c - 1;
        number_v                := number_v + 1;
        if complete_v or in_last = '1' then
          number_v := 0;
        end if;
      end if;
      if rst = '1' then
        number_v   := 0;
        complete_v := false;
      end if;
    end loop;
    checks.conclude(8 * elements_c);
    wait;
  end process play;

end architecture bench;

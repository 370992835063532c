--! Plays windows through the accelerator and checks every output beat against the vectors of the interpreter, at full
--! speed or with random stalls on both streams. Ends with severity failure on a mismatch, on no vectors, and by
--! watchdog.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use ieee.math_real.all;
use work.accelerator_constants.all;

library std;
use std.textio.all;
use std.env.all;

entity accelerator_tb is
  generic (
    input_file_g    : string   := "vectors/input.hex";    --! One element a line, token-major, window after window.
    expected_file_g : string   := "vectors/expected.hex"; --! One element a line.
    output_file_g   : string   := "none";                 --! Written: what came out, one element a line; none: nothing.
    outputs_g       : positive := 1;                      --! Elements of an output.
    stalled_g       : boolean  := false;                  --! Random stalls on both streams.
    seed_g          : positive := 1;                      --! Of the stalls.
    watchdog_g      : positive := 1000000                 --! Cycles without an output beat that count as hanging.
  );
end entity accelerator_tb;

architecture bench of accelerator_tb is
  constant digits_c      : positive := (element_bits_c + 3) / 4;
  constant window_size_c : positive := window_c * features_c;

  signal clk        : std_ulogic := '0';
  signal rst        : std_ulogic := '1';
  signal in_valid   : std_ulogic := '0';
  signal in_ready   : std_ulogic;
  signal in_data    : std_ulogic_vector(element_bits_c - 1 downto 0) := (others => '0');
  signal in_last    : std_ulogic := '0';
  signal out_valid  : std_ulogic;
  signal out_ready  : std_ulogic := '0';
  signal out_data   : std_ulogic_vector(element_bits_c - 1 downto 0);
  signal out_last   : std_ulogic;
  signal cycle      : natural    := 0;
  signal first_beat : natural    := 0;

begin

  clk   <= not clk after 5 ns;
  rst   <= '0' after 23 ns;
  cycle <= cycle + 1 when rising_edge(clk);

  device : entity work.accelerator
    port map (
      clk       => clk,
      rst       => rst,
      in_valid  => in_valid,
      in_ready  => in_ready,
      in_data   => in_data,
      in_last   => in_last,
      out_valid => out_valid,
      out_ready => out_ready,
      out_data  => out_data,
      out_last  => out_last
    );

  offer_input : process is
    file words       : text;
    variable line_v  : line;
    variable word_v  : std_ulogic_vector(4 * digits_c - 1 downto 0);
    variable seed1_v : positive := seed_g;
    variable seed2_v : positive := 7919;
    variable dice_v  : real;
    variable beat_v  : natural  := 0;
  begin
    file_open(words, input_file_g, read_mode);
    wait until rising_edge(clk) and rst = '0';
    while not endfile(words) loop
      readline(words, line_v);
      hread(line_v, word_v);
      if stalled_g then
        uniform(seed1_v, seed2_v, dice_v);
        while dice_v < 0.4 loop
          in_valid <= '0';
          wait until rising_edge(clk);
          uniform(seed1_v, seed2_v, dice_v);
        end loop;
      end if;
      in_valid <= '1';
      in_data  <= word_v(element_bits_c - 1 downto 0);
      in_last  <= '1' when (beat_v + 1) mod window_size_c = 0 else '0';
      wait until rising_edge(clk) and in_ready = '1';
      if beat_v mod window_size_c = 0 then
        first_beat <= cycle;
      end if;
      beat_v := beat_v + 1;
    end loop;
    in_valid <= '0';
    wait;
  end process offer_input;

  check_output : process is
    constant record_c  : boolean := output_file_g /= "none";
    file words         : text;
    file outputs       : text;
    variable line_v    : line;
    variable word_v    : std_ulogic_vector(4 * digits_c - 1 downto 0);
    variable seed1_v   : positive := seed_g + 1;
    variable seed2_v   : positive := 104729;
    variable dice_v    : real;
    variable beat_v    : natural  := 0;
    variable waited_v  : natural;
    variable message_v : line;
  begin
    file_open(words, expected_file_g, read_mode);
    if record_c then
      file_open(outputs, output_file_g, write_mode);
    end if;
    while not endfile(words) loop
      readline(words, line_v);
      hread(line_v, word_v);
      if stalled_g then
        uniform(seed1_v, seed2_v, dice_v);
        while dice_v < 0.4 loop
          out_ready <= '0';
          wait until rising_edge(clk);
          uniform(seed1_v, seed2_v, dice_v);
        end loop;
      end if;
      out_ready <= '1';
      waited_v  := 0;
      loop
        wait until rising_edge(clk);
        exit when out_valid = '1' and rst = '0';
        waited_v := waited_v + 1;
        assert waited_v < watchdog_g
          report "watchdog: no output beat for " & integer'image(watchdog_g) & " cycles"
          severity failure;
      end loop;
      if record_c then
        hwrite(message_v, out_data);
        writeline(outputs, message_v);
      end if;
      assert out_data = word_v(element_bits_c - 1 downto 0)
        report "mismatch: window " & integer'image(beat_v / outputs_g) & " element "
          & integer'image(beat_v mod outputs_g) & " expected " & to_hstring(word_v(element_bits_c - 1 downto 0))
          & " found " & to_hstring(out_data)
        severity failure;
      assert (out_last = '1') = (beat_v mod outputs_g = outputs_g - 1)
        report "mismatch: last is " & std_ulogic'image(out_last) & " at element " & integer'image(beat_v mod outputs_g)
        severity failure;
      if out_last = '1' then
        write(message_v, string'("window ") & integer'image(beat_v / outputs_g)
          & string'(" cycles ") & integer'image(cycle - first_beat + 1));
        writeline(output, message_v);
      end if;
      beat_v := beat_v + 1;
    end loop;
    assert beat_v > 0
      report "no vectors in " & expected_file_g
      severity failure;
    out_ready <= '0';
    if record_c then
      file_close(outputs);
    end if;
    write(message_v, string'("checked ") & integer'image(beat_v) & string'(" beats"));
    writeline(output, message_v);
    finish;
  end process check_output;

end architecture bench;

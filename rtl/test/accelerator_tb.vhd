--! Plays windows, and loads between them, through the accelerator and checks every output beat against the vectors of
--! the interpreter, at full speed or with random stalls on all streams. A load is offered as soon as the last window
--! before it has begun, the windows after it from the next cycle on: the engine has to keep their order. Ends with
--! severity failure on a mismatch, on no vectors, and by watchdog.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use ieee.math_real.all;
use work.accelerator_constants.all;
use work.load_script.all;

library std;
use std.textio.all;
use std.env.all;

entity accelerator_tb is
  generic (
    input_file_g    : string   := "vectors/input.hex";    --! One element a line, token-major, window after window.
    expected_file_g : string   := "vectors/expected.hex"; --! One element a line.
    load_file_g     : string   := "none";                 --! Phases (load_script.vhd); none: no load.
    output_file_g   : string   := "none";                 --! Written: what came out, one element a line; none: nothing.
    outputs_g       : positive := 1;                      --! Elements of an output.
    stalled_g       : boolean  := false;                  --! Random stalls on both streams.
    seed_g          : positive := 1;                      --! Of the stalls.
    watchdog_g      : positive := 1000000                 --! Cycles without an output beat that count as hanging.
  );
end entity accelerator_tb;

architecture bench of accelerator_tb is
  constant digits_c : positive := (element_bits_c + 3) / 4;
  constant phases_c : phases_t := read_phases(load_file_g, window_c * features_c, outputs_g);

  signal clk        : std_ulogic := '0';
  signal rst        : std_ulogic := '1';
  signal load_valid : std_ulogic := '0';
  signal load_ready : std_ulogic;
  signal load_data  : std_ulogic_vector(7 downto 0) := (others => '0');
  signal load_last  : std_ulogic := '0';
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
  signal begun      : natural    := 0; --! Windows of which an element has been taken.
  signal released   : natural    := 0; --! Phases of which a byte has been offered.

begin

  clk   <= not clk after 5 ns;
  rst   <= '0' after 23 ns;
  cycle <= cycle + 1 when rising_edge(clk);

  device : entity work.accelerator
    port map (
      clk        => clk,
      rst        => rst,
      load_valid => load_valid,
      load_ready => load_ready,
      load_data  => load_data,
      load_last  => load_last,
      in_valid   => in_valid,
      in_ready   => in_ready,
      in_data    => in_data,
      in_last    => in_last,
      out_valid  => out_valid,
      out_ready  => out_ready,
      out_data   => out_data,
      out_last   => out_last
    );

  offer_load : process is
    file     script_f : text;
    variable line_v   : line;
    variable byte_v   : std_ulogic_vector(7 downto 0);
    variable seed1_v  : positive := seed_g + 2;
    variable seed2_v  : positive := 611953;
    variable dice_v   : real;
    variable phase_v  : natural  := 0;
    variable before_v : natural  := 0;
  begin
    if load_file_g = "none" then
      released <= 1;
      wait;
    end if;
    file_open(script_f, load_file_g, read_mode);
    wait until rising_edge(clk) and rst = '0';
    while not endfile(script_f) loop
      readline(script_f, line_v);
      if line_v(line_v'low) = '=' then
        load_valid <= '0';
        released   <= phase_v + 1;
        before_v   := before_v + phases_c(phase_v).windows;
        phase_v    := phase_v + 1;
        if begun < before_v then
          wait until begun = before_v;
        end if;
      else
        if stalled_g then
          uniform(seed1_v, seed2_v, dice_v);
          while dice_v < 0.4 loop
            load_valid <= '0';
            wait until rising_edge(clk);
            uniform(seed1_v, seed2_v, dice_v);
          end loop;
        end if;
        hread(line_v, byte_v);
        released   <= phase_v + 1;
        load_valid <= '1';
        load_data  <= byte_v;
        load_last  <= '1' when line_v'length > 0 else '0';
        wait until rising_edge(clk) and load_ready = '1';
      end if;
    end loop;
    load_valid <= '0';
    wait;
  end process offer_load;

  offer_input : process is
    file words        : text;
    variable line_v   : line;
    variable word_v   : std_ulogic_vector(4 * digits_c - 1 downto 0);
    variable seed1_v  : positive := seed_g;
    variable seed2_v  : positive := 7919;
    variable dice_v   : real;
    variable beat_v   : natural  := 0;
    variable phase_v  : natural  := 0;
    variable window_v : natural  := 0;
  begin
    file_open(words, input_file_g, read_mode);
    wait until rising_edge(clk) and rst = '0';
    while not endfile(words) loop
      readline(words, line_v);
      hread(line_v, word_v);
      next_window(phases_c, phase_v, window_v);
      if released <= phase_v then
        in_valid <= '0';
        wait until released > phase_v;
        wait until rising_edge(clk);
      end if;
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
      in_last  <= '1' when beat_v = phases_c(phase_v).inputs - 1 else '0';
      wait until rising_edge(clk) and in_ready = '1';
      if beat_v = 0 then
        first_beat <= cycle;
        begun      <= begun + 1;
      end if;
      beat_v := beat_v + 1;
      if beat_v = phases_c(phase_v).inputs then
        beat_v   := 0;
        window_v := window_v + 1;
      end if;
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
    variable phase_v   : natural  := 0;
    variable window_v  : natural  := 0;
    variable element_v : natural  := 0;
    variable number_v  : natural  := 0;
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
      next_window(phases_c, phase_v, window_v);
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
        report "mismatch: window " & integer'image(number_v) & " element "
          & integer'image(element_v) & " expected " & to_hstring(word_v(element_bits_c - 1 downto 0))
          & " found " & to_hstring(out_data)
        severity failure;
      assert (out_last = '1') = (element_v = phases_c(phase_v).outputs - 1)
        report "mismatch: last is " & std_ulogic'image(out_last) & " at element " & integer'image(element_v)
        severity failure;
      if out_last = '1' then
        write(message_v, string'("window ") & integer'image(number_v)
          & string'(" cycles ") & integer'image(cycle - first_beat + 1));
        writeline(output, message_v);
        window_v  := window_v + 1;
        number_v  := number_v + 1;
        element_v := 0;
      else
        element_v := element_v + 1;
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

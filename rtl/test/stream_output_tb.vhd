--! Tensors of random shape, read at full speed or by a sink that pauses: every element, the four cycles that each one
--! takes, and what is offered while the sink pauses.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.bench_types.all;

entity stream_output_tb is
  generic (
    rows_g         : positive := 4;     --! T.
    element_bits_g : positive := 8;     --! AW.
    stalled_g      : boolean  := false; --! The sink pauses.
    corrupt_g      : boolean  := false; --! One check expects a wrong value.
    seed_g         : positive := 1      --! Of the stimuli.
  );
end entity stream_output_tb;

architecture bench of stream_output_tb is
  constant address_bits_c : positive := 7;
  constant count_bits_c   : positive := 6;

  subtype word_t is std_ulogic_vector(rows_g * element_bits_g - 1 downto 0);
  type words_t is array (0 to 2 ** address_bits_c - 1) of word_t;

  shared variable stimuli : stimuli_t;
  shared variable checks  : checks_t;

  signal words        : words_t                              := (others => (others => '0'));
  signal clk          : std_ulogic                           := '0';
  signal rst          : std_ulogic                           := '1';
  signal start        : std_ulogic                           := '0';
  signal base         : unsigned(address_bits_c - 1 downto 0) := (others => '0');
  signal stride       : unsigned(address_bits_c - 1 downto 0) := (others => '0');
  signal columns      : unsigned(count_bits_c - 1 downto 0)  := (others => '0');
  signal row_tiles    : unsigned(count_bits_c - 1 downto 0)  := (others => '0');
  signal last_rows    : unsigned(count_bits_c - 1 downto 0)  := (others => '0');
  signal read_address : unsigned(address_bits_c - 1 downto 0);
  signal read_word    : word_t                               := (others => '0');
  signal busy         : std_ulogic;
  signal done         : std_ulogic;
  signal out_valid    : std_ulogic;
  signal out_ready    : std_ulogic                           := '0';
  signal out_data     : std_ulogic_vector(element_bits_g - 1 downto 0);
  signal out_last     : std_ulogic;
begin

  clk <= not clk after 5 ns;
  watchdog(10 ms);

  read_word <= words(to_integer(read_address)) when rising_edge(clk);

  device : entity work.stream_output
    generic map (
      rows_g         => rows_g,
      element_bits_g => element_bits_g,
      address_bits_g => address_bits_c,
      count_bits_g   => count_bits_c
    )
    port map (
      clk          => clk,
      rst          => rst,
      start        => start,
      base         => base,
      stride       => stride,
      columns      => columns,
      row_tiles    => row_tiles,
      last_rows    => last_rows,
      read_address => read_address,
      read_word    => read_word,
      busy         => busy,
      done         => done,
      out_valid    => out_valid,
      out_ready    => out_ready,
      out_data     => out_data,
      out_last     => out_last
    );

  play : process is
    variable rows_v    : positive;
    variable columns_v : positive;
    variable base_v    : natural;
    variable stride_v  : natural;

    --! One cycle in which an element is offered or not.
    procedure pass(is_offered : boolean; is_last : boolean; is_busy : boolean) is
    begin
      wait until falling_edge(clk);
      start     <= '0';
      out_ready <= level(not stalled_g or stimuli.chance(0.5));
      wait for 1 ns;
      checks.equal("busy", busy, level(is_busy));
      checks.equal("out_valid", out_valid, level(is_offered));
      checks.equal("done", done, level(is_offered and is_last and out_ready = '1'));
    end procedure pass;

    procedure check_element(row : natural; column : natural) is
      variable word_v : word_t;
      variable last_v : boolean;
    begin
      word_v := words((base_v + row / rows_g * stride_v + column) mod words'length);
      last_v := row = rows_v - 1 and column = columns_v - 1;
      for cycle in 1 to 3 loop
        pass(false, false, true);
      end loop;
      loop
        pass(true, last_v, true);
        checks.equal(
          "element " & integer'image(row) & "," & integer'image(column), out_data,
          word_v((row mod rows_g + 1) * element_bits_g - 1 downto row mod rows_g * element_bits_g));
        checks.equal("out_last", out_last, level(last_v));
        exit when out_ready = '1';
      end loop;
    end procedure check_element;

    --! A reset breaks the stream off in any of its states.
    procedure break_off(cycles : natural) is
    begin
      start <= '1';
      for cycle in 0 to cycles loop
        wait until falling_edge(clk);
        start     <= '0';
        out_ready <= '0';
      end loop;
      rst <= '1';
      wait until falling_edge(clk);
      rst <= '0';
      pass(false, false, false);
    end procedure break_off;

  begin
    stimuli.start(seed_g);
    checks.corrupt(corrupt_g);
    wait for 23 ns;
    rst <= '0';
    for address in words'range loop
      words(address) <= stimuli.word(word_t'length);
    end loop;
    for tensor in 1 to 10 loop
      pass(false, false, false);
      rows_v    := stimuli.pick(1, 3 * rows_g);
      columns_v := stimuli.pick(1, 5);
      base_v    := stimuli.pick(0, words'high);
      stride_v  := stimuli.pick(0, words'high);
      base      <= to_unsigned(base_v, address_bits_c);
      stride    <= to_unsigned(stride_v, address_bits_c);
      columns   <= to_unsigned(columns_v - 1, count_bits_c);
      row_tiles <= to_unsigned((rows_v - 1) / rows_g, count_bits_c);
      last_rows <= to_unsigned((rows_v - 1) mod rows_g, count_bits_c);
      if tensor mod 2 = 0 then
        pass(false, false, false);
        break_off(stimuli.pick(0, 5));
      end if;
      for cycle in 1 to stimuli.pick(1, 3) loop
        pass(false, false, false);
      end loop;
      start <= '1';
      for row in 0 to rows_v - 1 loop
        for column in 0 to columns_v - 1 loop
          check_element(row, column);
        end loop;
      end loop;
    end loop;
    pass(false, false, false);
    checks.conclude(100);
    wait;
  end process play;

end architecture bench;

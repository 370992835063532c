--! A memory of five parts, of which two do not start at a multiple of their lines, read and, if it can be, written in
--! random order. The model reads the parts' files by itself: word a is at line a modulo the power of 2 that the part's
--! words need. Where no line of a part was written or is in its file there are zeros.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.bench_types.all;
use work.engine_types.all;

entity loadable_memory_tb is
  generic (
    loadable_g   : boolean  := false;  --! It is written as well.
    registered_g : boolean  := false;  --! The word comes a cycle later.
    file_g       : string   := "none"; --! Contents, of part i in FILE.00i.
    corrupt_g    : boolean  := false;  --! One check expects a wrong value.
    seed_g       : positive := 1       --! Of the stimuli.
  );
end entity loadable_memory_tb;

architecture bench of loadable_memory_tb is
  constant width_c : positive := 7;
  constant words_c : positive := 13;

  constant parts_c : naturals_t(0 to 24) := (
    0, 3, 0, 4, 1,
    0, 3, 4, 9, 2,
    3, 4, 0, 8, 1,
    3, 4, 8, 2, 0,
    3, 4, 10, 3, 2);

  subtype word_t is std_ulogic_vector(width_c - 1 downto 0);
  type words_t is array (0 to words_c - 1) of word_t;

  function suffix(part : natural) return string is
  begin
    return ".00" & integer'image(part);
  end function suffix;

  impure function first_words return words_t is
    variable words_v  : words_t := (others => (others => '0'));
    variable lines_v  : positive;
    variable line_v   : natural;
    variable low_v    : natural;
    variable bits_v   : positive;
    variable memory_v : std_ulogic_vector(16 * 4 - 1 downto 0);
  begin
    for part in 0 to 4 loop
      low_v   := parts_c(5 * part);
      bits_v  := parts_c(5 * part + 1);
      lines_v := 2;
      while lines_v < parts_c(5 * part + 3) loop
        lines_v := 2 * lines_v;
      end loop;
      memory_v := (others => '0');
      if file_g /= "none" then
        memory_v(lines_v * bits_v - 1 downto 0) := contents(file_g & suffix(part), bits_v, lines_v);
      end if;
      for word in parts_c(5 * part + 2) to parts_c(5 * part + 2) + parts_c(5 * part + 3) - 1 loop
        line_v := word mod lines_v;
        words_v(word)(low_v + bits_v - 1 downto low_v) := memory_v((line_v + 1) * bits_v - 1 downto line_v * bits_v);
      end loop;
    end loop;
    return words_v;
  end function first_words;

  shared variable stimuli : stimuli_t;
  shared variable checks  : checks_t;

  signal clk           : std_ulogic                   := '0';
  signal write_enable  : std_ulogic                   := '0';
  signal write_address : std_ulogic_vector(3 downto 0) := (others => '0');
  signal write_data    : word_t                       := (others => '0');
  signal read_address  : std_ulogic_vector(3 downto 0) := (others => '0');
  signal read_data     : word_t;
begin

  clk <= not clk after 5 ns;
  watchdog(1 ms);

  device : entity work.loadable_memory
    generic map (
      loadable_g     => loadable_g,
      registered_g   => registered_g,
      width_g        => width_c,
      address_bits_g => 4,
      parts_g        => parts_c,
      file_g         => file_g
    )
    port map (
      clk           => clk,
      write_enable  => write_enable,
      write_address => write_address,
      write_data    => write_data,
      read_address  => read_address,
      read_data     => read_data
    );

  play : process is
    variable words_v : words_t := first_words;
    variable read_v  : natural;
    variable write_v : natural;
    variable seen_v  : word_t;
    variable last_v  : word_t := (others => '0');
  begin
    stimuli.start(seed_g);
    checks.corrupt(corrupt_g);
    wait until falling_edge(clk);
    for cycle in 0 to 1000 loop
      read_v  := cycle mod words_c;
      write_v := stimuli.pick(0, 15);
      if cycle > words_c then
        read_v := stimuli.pick(0, words_c - 1);
      end if;
      write_enable  <= level(loadable_g and cycle > words_c and stimuli.chance(0.5));
      write_address <= std_ulogic_vector(to_unsigned(write_v, 4));
      write_data    <= stimuli.word(width_c);
      read_address  <= std_ulogic_vector(to_unsigned(read_v, 4));
      seen_v        := words_v(read_v);
      -- The word is that of the address at the edge, whatever is there after it.
      wait until rising_edge(clk);
      wait for 1 ns;
      read_address <= stimuli.word(4);
      wait until falling_edge(clk);
      if not registered_g then
        checks.equal("word " & integer'image(read_v), read_data, seen_v);
      elsif cycle > 0 then
        checks.equal("word before " & integer'image(read_v), read_data, last_v);
      end if;
      last_v := seen_v;
      if write_enable = '1' and write_v < words_c then
        words_v(write_v) := write_data;
      end if;
    end loop;
    checks.conclude(1000);
    wait;
  end process play;

end architecture bench;

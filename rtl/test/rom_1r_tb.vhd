--! Random addresses, also beyond the depth, against a file that the bench reads by itself, digit by digit; lines that
--! the file lacks are words of zeros.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.bench_types.all;

library std;
use std.textio.all;

entity rom_1r_tb is
  generic (
    width_g   : positive := 8;      --! Bits of a word.
    depth_g   : positive := 5;      --! Words.
    file_g    : string   := "none"; --! Contents, at most depth_g lines.
    corrupt_g : boolean  := false;  --! One check expects a wrong value.
    seed_g    : positive := 1       --! Of the stimuli.
  );
end entity rom_1r_tb;

architecture bench of rom_1r_tb is

  function address_bits return positive is
    variable bits_v : positive := 1;
  begin
    while 2 ** bits_v < depth_g loop
      bits_v := bits_v + 1;
    end loop;
    return bits_v;
  end function address_bits;

  subtype word_t is std_ulogic_vector(width_g - 1 downto 0);
  type words_t is array (0 to 2 ** address_bits - 1) of word_t;

  impure function read_contents return words_t is
    file     lines_f  : text;
    variable line_v   : line;
    variable digits_v : std_ulogic_vector(4 * ((width_g + 3) / 4) - 1 downto 0);
    variable digit_v  : natural;
    variable words_v  : words_t := (others => (others => '0'));
    variable index_v  : natural := 0;
  begin
    if file_g = "none" then
      return words_v;
    end if;
    file_open(lines_f, file_g, read_mode);
    while not endfile(lines_f) loop
      readline(lines_f, line_v);
      digits_v := (others => '0');
      for place in line_v'range loop
        if line_v(place) <= '9' then
          digit_v := character'pos(line_v(place)) - character'pos('0');
        else
          digit_v := character'pos(line_v(place)) - character'pos('a') + 10;
        end if;
        digits_v := digits_v(digits_v'left - 4 downto 0) & std_ulogic_vector(to_unsigned(digit_v, 4));
      end loop;
      words_v(index_v) := digits_v(width_g - 1 downto 0);
      index_v          := index_v + 1;
    end loop;
    file_close(lines_f);
    return words_v;
  end function read_contents;

  constant words_c : words_t := read_contents;

  shared variable stimuli : stimuli_t;
  shared variable checks  : checks_t;

  signal clk          : std_ulogic                                   := '0';
  signal read_address : std_ulogic_vector(address_bits - 1 downto 0) := (others => '0');
  signal read_data    : word_t;
begin

  clk <= not clk after 5 ns;
  watchdog(1 ms);

  device : entity work.rom_1r
    generic map (
      width_g        => width_g,
      depth_g        => depth_g,
      address_bits_g => address_bits,
      kind_g         => "auto",
      file_g         => file_g
    )
    port map (
      clk          => clk,
      read_address => read_address,
      read_data    => read_data
    );

  play : process is
    variable address_v : natural;
  begin
    stimuli.start(seed_g);
    checks.corrupt(corrupt_g);
    wait until falling_edge(clk);
    for index in 0 to 4 * words_c'length loop
      address_v := index mod words_c'length;
      if index > words_c'length then
        address_v := stimuli.pick(0, words_c'length - 1);
      end if;
      read_address <= std_ulogic_vector(to_unsigned(address_v, address_bits));
      wait until falling_edge(clk);
      checks.equal("word " & integer'image(address_v), read_data, words_c(address_v));
    end loop;
    checks.conclude(depth_g);
    wait;
  end process play;

end architecture bench;

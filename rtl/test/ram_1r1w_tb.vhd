--! Reads and writes in every cycle, often of the same word, which then gives its old value; addresses beyond the depth
--! are not written and read 0. The model is a list of words, first those of the file.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.bench_types.all;

entity ram_1r1w_tb is
  generic (
    width_g        : positive := 8;      --! Bits of a word.
    depth_g        : positive := 5;      --! Words.
    address_bits_g : positive := 3;      --! Width of the addresses.
    file_g         : string   := "none"; --! First contents.
    corrupt_g      : boolean  := false;  --! One check expects a wrong value.
    seed_g         : positive := 1       --! Of the stimuli.
  );
end entity ram_1r1w_tb;

architecture bench of ram_1r1w_tb is
  subtype word_t is std_ulogic_vector(width_g - 1 downto 0);
  type words_t is array (0 to 2 ** address_bits_g - 1) of word_t;

  shared variable stimuli : stimuli_t;
  shared variable checks  : checks_t;

  signal clk           : std_ulogic                                     := '0';
  signal write_enable  : std_ulogic                                     := '0';
  signal write_address : std_ulogic_vector(address_bits_g - 1 downto 0) := (others => '0');
  signal write_data    : word_t                                         := (others => '0');
  signal read_address  : std_ulogic_vector(address_bits_g - 1 downto 0) := (others => '0');
  signal read_data     : word_t;
begin

  clk <= not clk after 5 ns;
  watchdog(1 ms);

  device : entity work.ram_1r1w
    generic map (
      width_g        => width_g,
      depth_g        => depth_g,
      address_bits_g => address_bits_g,
      kind_g         => "auto",
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
    constant bits_c  : std_ulogic_vector := contents(file_g, width_g, 2 ** address_bits_g);
    variable words_v : words_t;
    variable read_v  : natural;
    variable write_v : natural;
    variable seen_v  : word_t;
  begin
    stimuli.start(seed_g);
    checks.corrupt(corrupt_g);
    for address in words_v'range loop
      words_v(address) := bits_c((address + 1) * width_g - 1 downto address * width_g);
    end loop;
    wait until falling_edge(clk);
    for cycle in 1 to 1000 loop
      write_v := stimuli.pick(0, words_v'high);
      read_v  := stimuli.pick(0, words_v'high);
      if stimuli.chance(0.3) then
        read_v := write_v;
      end if;
      write_enable  <= level(stimuli.chance(0.5));
      write_address <= std_ulogic_vector(to_unsigned(write_v, address_bits_g));
      write_data    <= stimuli.word(width_g);
      read_address  <= std_ulogic_vector(to_unsigned(read_v, address_bits_g));
      seen_v        := words_v(read_v);
      wait until falling_edge(clk);
      checks.equal("word " & integer'image(read_v), read_data, seen_v);
      if write_enable = '1' and write_v < depth_g then
        words_v(write_v) := write_data;
      end if;
    end loop;
    checks.conclude(1000);
    wait;
  end process play;

end architecture bench;

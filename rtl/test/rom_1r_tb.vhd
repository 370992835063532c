--! Random addresses, also beyond the depth, against a file that the bench reads by itself; lines that the file lacks are
--! words of zeros.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.bench_types.all;

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
  constant words_c : natural           := 2 ** address_bits;
  constant bits_c  : std_ulogic_vector := contents(file_g, width_g, words_c);

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
    for index in 0 to 4 * words_c loop
      address_v := index mod words_c;
      if index > words_c then
        address_v := stimuli.pick(0, words_c - 1);
      end if;
      read_address <= std_ulogic_vector(to_unsigned(address_v, address_bits));
      wait until falling_edge(clk);
      checks.equal("word " & integer'image(address_v), read_data,
        bits_c((address_v + 1) * width_g - 1 downto address_v * width_g));
    end loop;
    checks.conclude(depth_g);
    wait;
  end process play;

end architecture bench;

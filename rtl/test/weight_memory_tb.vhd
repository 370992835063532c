--! Three elements a word in planes of 4, 2 and 1 bits, 13, 7 and 3 words deep, read and, if it can be, written in random
--! order: an element is the bits of the planes that have its word, extended by their sign.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.bench_types.all;
use work.engine_types.all;

entity weight_memory_tb is
  generic (
    loadable_g : boolean  := false;  --! It is written as well.
    file_g     : string   := "none"; --! Contents, of plane i in FILE.00i.
    corrupt_g  : boolean  := false;  --! One check expects a wrong value.
    seed_g     : positive := 1       --! Of the stimuli.
  );
end entity weight_memory_tb;

architecture bench of weight_memory_tb is
  constant columns_c : positive := 3;
  constant operand_c : positive := 9;
  constant words_c   : positive := 13;

  constant planes_c : naturals_t(0 to 5)  := (4, 13, 2, 7, 1, 3);
  constant parts_c  : naturals_t(0 to 14) := (0, 12, 0, 13, 0, 12, 6, 0, 7, 0, 18, 3, 0, 3, 0);

  subtype word_t is std_ulogic_vector(20 downto 0);
  subtype operands_t is std_ulogic_vector(columns_c * operand_c - 1 downto 0);
  type words_t is array (0 to words_c - 1) of word_t;

  impure function first_words return words_t is
    variable words_v : words_t := (others => (others => '0'));
    variable plane_v : std_ulogic_vector(12 * 13 - 1 downto 0);
    variable low_v   : natural;
    variable bits_v  : positive;
  begin
    if file_g = "none" then
      return words_v;
    end if;
    for plane in 0 to 2 loop
      low_v   := parts_c(5 * plane);
      bits_v  := parts_c(5 * plane + 1);
      plane_v := (others => '0');
      plane_v(bits_v * words_c - 1 downto 0) := contents(file_g & ".00" & integer'image(plane), bits_v, words_c);
      for word in 0 to words_c - 1 loop
        words_v(word)(low_v + bits_v - 1 downto low_v) := plane_v((word + 1) * bits_v - 1 downto word * bits_v);
      end loop;
    end loop;
    return words_v;
  end function first_words;

  --! What is read of the word at an address.
  function operands(word : word_t; address : natural) return operands_t is
    variable result_v : operands_t;
    variable bits_v   : std_ulogic_vector(6 downto 0);
    variable value_v  : signed(operand_c - 1 downto 0);
  begin
    for column in 0 to columns_c - 1 loop
      bits_v  := word(18 + column) & word(13 + 2 * column downto 12 + 2 * column)
        & word(4 * column + 3 downto 4 * column);
      value_v := resize(signed(bits_v(3 downto 0)), operand_c);
      if address < 3 then
        value_v := resize(signed(bits_v), operand_c);
      elsif address < 7 then
        value_v := resize(signed(bits_v(5 downto 0)), operand_c);
      end if;
      result_v((column + 1) * operand_c - 1 downto column * operand_c) := std_ulogic_vector(value_v);
    end loop;
    return result_v;
  end function operands;

  shared variable stimuli : stimuli_t;
  shared variable checks  : checks_t;

  signal clk           : std_ulogic                   := '0';
  signal write_enable  : std_ulogic                   := '0';
  signal write_address : std_ulogic_vector(3 downto 0) := (others => '0');
  signal write_data    : word_t                       := (others => '0');
  signal read_address  : std_ulogic_vector(3 downto 0) := (others => '0');
  signal read_data     : operands_t;
begin

  clk <= not clk after 5 ns;
  watchdog(1 ms);

  device : entity work.weight_memory
    generic map (
      loadable_g     => loadable_g,
      columns_g      => columns_c,
      operand_bits_g => operand_c,
      address_bits_g => 4,
      planes_g       => planes_c,
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
    variable seen_v  : operands_t;
    variable last_v  : operands_t := (others => '0');
  begin
    stimuli.start(seed_g);
    checks.corrupt(corrupt_g);
    wait until falling_edge(clk);
    for cycle in 0 to 1000 loop
      read_v  := cycle mod words_c;
      write_v := stimuli.pick(0, words_c - 1);
      if cycle > words_c then
        read_v := stimuli.pick(0, words_c - 1);
      end if;
      write_enable  <= level(loadable_g and cycle > words_c and stimuli.chance(0.5));
      write_address <= std_ulogic_vector(to_unsigned(write_v, 4));
      write_data    <= stimuli.word(word_t'length);
      read_address  <= std_ulogic_vector(to_unsigned(read_v, 4));
      seen_v        := operands(words_v(read_v), read_v);
      wait until falling_edge(clk);
      if cycle > 0 then
        checks.equal("word before " & integer'image(read_v), read_data, last_v);
      end if;
      last_v := seen_v;
      if write_enable = '1' then
        words_v(write_v) := write_data;
      end if;
    end loop;
    checks.conclude(1000);
    wait;
  end process play;

end architecture bench;

--! A memory of the model: read only, or written by the load port. It is built of parts, rectangles of bits and words,
--! each of its own kind and with its own contents: FILE.000, FILE.001 and so on; one read-only part has FILE itself.
--! Word a of a part is at the low bits of a, so that no part needs a subtractor. Which of the parts of a bit has the
--! word is decided by comparisons that are registered beside the read. The word comes one cycle after the address
--! whatever the parts; where parts are registered, so that none is chosen behind a block RAM, two cycles.
--! Written parts are at most 36 bits wide: wider block memories are not mapped correctly.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.engine_types.all;
use work.integer_arithmetic.all;
use work.primitives.all;

entity loadable_memory is
  generic (
    loadable_g     : boolean;    --! It is written.
    registered_g   : boolean;    --! Each part's word is registered.
    width_g        : positive;   --! Bits of a word.
    address_bits_g : positive;   --! Width of the addresses.
    parts_g        : naturals_t; --! Five numbers a part: low bit, bits, first word, words, kind; by bit, then word.
    file_g         : string      --! Contents.
  );
  port (
    clk           : in  std_ulogic;                                     --! Clock.
    write_enable  : in  std_ulogic;                                     --! The word is written.
    write_address : in  std_ulogic_vector(address_bits_g - 1 downto 0); --! Where.
    write_data    : in  std_ulogic_vector(width_g - 1 downto 0);        --! What.
    read_address  : in  std_ulogic_vector(address_bits_g - 1 downto 0); --! Address.
    read_data     : out std_ulogic_vector(width_g - 1 downto 0)         --! The word, 1 or 2 cycles later.
  );
end entity loadable_memory;

architecture rtl of loadable_memory is
  constant part_numbers_c : positive := 5;
  constant parts_c        : positive := parts_g'length / part_numbers_c;
  constant digits_c       : string(1 to 10) := "0123456789";

  --! One of the numbers of a part.
  function number(part : natural; index : natural) return natural is
  begin
    return parts_g(parts_g'low + part_numbers_c * part + index);
  end function number;

  --! Bits of all parts before one.
  function offset(part : natural) return natural is
    variable bits_v : natural := 0;
  begin
    for earlier in 0 to parts_c - 1 loop
      if earlier < part then
        bits_v := bits_v + number(earlier, 1);
      end if;
    end loop;
    return bits_v;
  end function offset;

  function kind(part : natural) return string is
  begin
    if number(part, 4) = 1 then
      return "block";
    elsif number(part, 4) = 2 then
      return "distributed";
    end if;
    return "auto";
  end function kind;

  function file_name(part : natural) return string is
  begin
    if parts_c = 1 and not loadable_g then
      return file_g;
    end if;
    return file_g & "." & digits_c(part / 100 + 1) & digits_c(part / 10 mod 10 + 1) & digits_c(part mod 10 + 1);
  end function file_name;

  --! Words of the primitive: all that the low bits of an address tell apart, unless the part starts at their 0.
  function depth(part : natural) return positive is
    constant all_c : positive := 2 ** bits_to_count(number(part, 3));
  begin
    if number(part, 2) mod all_c = 0 then
      return number(part, 3);
    end if;
    return all_c;
  end function depth;

  --! Whether a later part has words of the same bits.
  function is_followed(part : natural) return boolean is
  begin
    for later in 0 to parts_c - 1 loop
      if later > part and number(later, 0) = number(part, 0) then
        return true;
      end if;
    end loop;
    return false;
  end function is_followed;

  --! Of the parts that start at or before the address, the last one of each slice of bits.
  function last_of(started : std_ulogic_vector) return std_ulogic_vector is
    variable last_v : std_ulogic_vector(0 to parts_c - 1) := started;
  begin
    for part in 0 to parts_c - 1 loop
      for later in 0 to parts_c - 1 loop
        if later > part and number(later, 0) = number(part, 0) and started(later) = '1' then
          last_v(part) := '0';
        end if;
      end loop;
    end loop;
    return last_v;
  end function last_of;

  --! Parts either have the same bits or none in common.
  function are_slices return boolean is
  begin
    for one in 0 to parts_c - 1 loop
      for other in 0 to parts_c - 1 loop
        if number(one, 0) <= number(other, 0) and number(other, 0) < number(one, 0) + number(one, 1)
          and (number(one, 0) /= number(other, 0) or number(one, 1) /= number(other, 1)) then
          return false;
        end if;
      end loop;
    end loop;
    return true;
  end function are_slices;

  signal words        : std_ulogic_vector(offset(parts_c) - 1 downto 0);
  signal here         : std_ulogic_vector(0 to parts_c - 1) := (others => '0');
  signal chosen_words : std_ulogic_vector(words'range);
  signal chosen       : std_ulogic_vector(here'range);
begin

  assert are_slices report "parts of " & file_g & " share some of their bits only" severity failure;

  for_each_part : for part in 0 to parts_c - 1 generate
    constant bits_c  : positive := number(part, 1);
    constant low_c   : natural  := number(part, 0);
    constant first_c : natural  := number(part, 2);
    constant end_c   : positive := first_c + number(part, 3);
    constant lines_c : positive := bits_to_count(number(part, 3));

    signal from_first : std_ulogic;
  begin

    starts_at_zero : if first_c = 0 generate
      from_first <= '1';
    end generate starts_at_zero;

    starts_later : if first_c > 0 generate
      from_first <= '1' when unsigned(read_address) >= first_c else '0';
    end generate starts_later;

    remember_part : process (clk) is
    begin
      if rising_edge(clk) then
        here(part) <= from_first;
      end if;
    end process remember_part;

    fixed_contents : if not loadable_g generate

      part_words : component rom_1r
        generic map (
          width_g        => bits_c,
          depth_g        => depth(part),
          address_bits_g => lines_c,
          kind_g         => kind(part),
          file_g         => file_name(part)
        )
        port map (
          clk          => clk,
          read_address => read_address(lines_c - 1 downto 0),
          read_data    => words(offset(part) + bits_c - 1 downto offset(part))
        );

    end generate fixed_contents;

    loaded_contents : if loadable_g generate
      signal write_part : std_ulogic;
    begin

      decide_write : process (all) is
      begin
        write_part <= write_enable;
        if first_c > 0 and unsigned(write_address) < first_c then
          write_part <= '0';
        end if;
        if end_c < 2 ** address_bits_g and unsigned(write_address) >= end_c then
          write_part <= '0';
        end if;
      end process decide_write;

      part_words : component ram_1r1w
        generic map (
          width_g        => bits_c,
          depth_g        => depth(part),
          address_bits_g => lines_c,
          kind_g         => kind(part),
          file_g         => file_name(part)
        )
        port map (
          clk           => clk,
          write_enable  => write_part,
          write_address => write_address(lines_c - 1 downto 0),
          write_data    => write_data(low_c + bits_c - 1 downto low_c),
          read_address  => read_address(lines_c - 1 downto 0),
          read_data     => words(offset(part) + bits_c - 1 downto offset(part))
        );

    end generate loaded_contents;

  end generate for_each_part;

  at_once : if not registered_g generate
    chosen_words <= words;
    chosen       <= last_of(here);
  end generate at_once;

  a_cycle_later : if registered_g generate
    signal words_at : std_ulogic_vector(words'range) := (others => '0');
    signal here_at  : std_ulogic_vector(here'range)  := (others => '0');
  begin

    register_parts : process (clk) is
    begin
      if rising_edge(clk) then
        words_at <= words;
        here_at  <= last_of(here);
      end if;
    end process register_parts;

    chosen_words <= words_at;
    chosen       <= here_at;
  end generate a_cycle_later;

  select_words : process (all) is
    variable word_v : std_ulogic_vector(width_g - 1 downto 0);
  begin
    word_v := (others => '0');
    for part in 0 to parts_c - 1 loop
      for index in 0 to number(part, 1) - 1 loop
        if (number(part, 2) = 0 and not is_followed(part)) or chosen(part) = '1' then
          word_v(number(part, 0) + index) := word_v(number(part, 0) + index) or chosen_words(offset(part) + index);
        end if;
      end loop;
    end loop;
    read_data <= word_v;
  end process select_words;

end architecture rtl;

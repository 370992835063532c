--! A read-only memory with one registered read port, VHDL view.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.memory_contents.all;

entity rom_1r is
  generic (
    width_g        : positive; --! Bits of a word.
    depth_g        : positive; --! Words.
    address_bits_g : positive; --! Width of the address; addresses beyond the depth read 0.
    kind_g         : string;   --! "block", "distributed" or "auto".
    file_g         : string    --! Contents: hexadecimal, one word a line.
  );
  port (
    clk          : in  std_ulogic;                                     --! Clock.
    read_address : in  std_ulogic_vector(address_bits_g - 1 downto 0); --! Address.
    read_data    : out std_ulogic_vector(width_g - 1 downto 0)         --! The word, one cycle later.
  );
end entity rom_1r;

architecture behavioral of rom_1r is
  type words_t is array (depth_g - 1 downto 0) of std_ulogic_vector(width_g - 1 downto 0);

  impure function all_words return words_t is
    constant bits_c  : std_ulogic_vector(depth_g * width_g - 1 downto 0) := read_words(file_g, width_g, depth_g);
    variable words_v : words_t;
  begin
    for address in words_v'range loop
      words_v(address) := bits_c((address + 1) * width_g - 1 downto address * width_g);
    end loop;
    return words_v;
  end function all_words;

  signal words : words_t                                := all_words;
  signal word  : std_ulogic_vector(width_g - 1 downto 0) := (others => '0');

  -- For Vivado: block, distributed or auto.
  attribute rom_style          : string;
  attribute rom_style of words : signal is kind_g;
begin

  read_data <= word;

  read_word : process (clk) is
    variable address_v : natural;
  begin
    if rising_edge(clk) then
      address_v := to_integer(unsigned(read_address));
      word      <= (others => '0');
      if address_v < depth_g then
        word <= words(address_v);
      end if;
    end if;
  end process read_word;

end architecture behavioral;

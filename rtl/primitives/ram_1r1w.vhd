--! A memory with one write port and one registered read port, VHDL view. A read of the word that is being written
--! gives its old value. One with contents is at most 36 bits wide, as its Verilog view cannot slice a file.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.memory_contents.all;

entity ram_1r1w is
  generic (
    width_g        : positive; --! Bits of a word.
    depth_g        : positive; --! Words.
    address_bits_g : positive; --! Width of the addresses; those beyond the depth are not written and read 0.
    kind_g         : string;   --! "block", "distributed" or "auto".
    file_g         : string    --! First contents: hexadecimal, one word a line; "none": zeros.
  );
  port (
    clk           : in  std_ulogic;                                     --! Clock.
    write_enable  : in  std_ulogic;                                     --! The word is written.
    write_address : in  std_ulogic_vector(address_bits_g - 1 downto 0); --! Where.
    write_data    : in  std_ulogic_vector(width_g - 1 downto 0);        --! What.
    read_address  : in  std_ulogic_vector(address_bits_g - 1 downto 0); --! Address.
    read_data     : out std_ulogic_vector(width_g - 1 downto 0)         --! The word, one cycle later.
  );
end entity ram_1r1w;

architecture behavioral of ram_1r1w is
  type words_t is array (depth_g - 1 downto 0) of std_ulogic_vector(width_g - 1 downto 0);

  impure function first_words return words_t is
    constant bits_c  : std_ulogic_vector(depth_g * width_g - 1 downto 0) := read_words(file_g, width_g, depth_g);
    variable words_v : words_t;
  begin
    for address in words_v'range loop
      words_v(address) := bits_c((address + 1) * width_g - 1 downto address * width_g);
    end loop;
    return words_v;
  end function first_words;

  signal words : words_t                                := first_words;
  signal word  : std_ulogic_vector(width_g - 1 downto 0) := (others => '0');

  -- For Vivado: block, distributed or auto.
  attribute ram_style          : string;
  attribute ram_style of words : signal is kind_g;
begin

  assert file_g = "none" or width_g <= 36
    report "ram_1r1w: contents of " & integer'image(width_g) & " bits, at most 36"
    severity failure;

  read_data <= word;

  access_words : process (clk) is
    variable address_v : natural;
  begin
    if rising_edge(clk) then
      address_v := to_integer(unsigned(read_address));
      word      <= (others => '0');
      if address_v < depth_g then
        word <= words(address_v);
      end if;
      address_v := to_integer(unsigned(write_address));
      if write_enable = '1' and address_v < depth_g then
        words(address_v) <= write_data;
      end if;
    end if;
  end process access_words;

end architecture behavioral;

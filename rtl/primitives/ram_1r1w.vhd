--! A memory with one write port and one registered read port, VHDL view. A read of the word that is being written
--! gives its old value.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;

entity ram_1r1w is
  generic (
    width_g        : positive; --! Bits of a word.
    depth_g        : positive; --! Words.
    address_bits_g : positive; --! Width of the addresses; those beyond the depth are not written and read 0.
    kind_g         : string    --! "block", "distributed" or "auto".
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
  signal words : words_t                                := (others => (others => '0'));
  signal word  : std_ulogic_vector(width_g - 1 downto 0) := (others => '0');
begin

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

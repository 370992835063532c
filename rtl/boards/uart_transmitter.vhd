--! Sends bytes on a serial line: 8 data bits, low bit first, no parity, one stop bit.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.integer_arithmetic.all;

entity uart_transmitter is
  generic (
    clocks_per_bit_g : positive --! Clock cycles of a bit.
  );
  port (
    clk   : in  std_ulogic;                    --! Clock.
    rst   : in  std_ulogic;                    --! Reset, high.
    valid : in  std_ulogic;                    --! A byte is offered.
    ready : out std_ulogic;                    --! It is taken.
    data  : in  std_ulogic_vector(7 downto 0); --! The byte.
    tx    : out std_ulogic                     --! The line, high when idle.
  );
end entity uart_transmitter;

architecture rtl of uart_transmitter is
  constant bits_c  : positive := bits_to_count(clocks_per_bit_g);
  constant frame_c : positive := 10;

  signal clocks : unsigned(bits_c - 1 downto 0) := (others => '0');
  signal left   : unsigned(3 downto 0)          := (others => '0'); --! Bits that are still to be held.
  signal shift  : std_ulogic_vector(9 downto 0) := (others => '1');
  signal idle   : std_ulogic;
begin

  idle  <= '1' when left = 0 else '0';
  ready <= idle;
  tx    <= shift(0);

  send : process (clk) is
  begin
    if rising_edge(clk) then
      if idle = '1' then
        clocks <= (others => '0');
        if valid = '1' then
          shift <= '1' & data & '0';
          left  <= to_unsigned(frame_c, 4);
        end if;
      elsif clocks = clocks_per_bit_g - 1 then
        clocks <= (others => '0');
        shift  <= '1' & shift(9 downto 1);
        left   <= left - 1;
      else
        clocks <= clocks + 1;
      end if;
      if rst = '1' then
        left  <= (others => '0');
        shift <= (others => '1');
      end if;
    end if;
  end process send;

end architecture rtl;

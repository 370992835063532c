--! Receives bytes of a serial line: 8 data bits, low bit first, no parity, one stop bit. A bit is what two of three
--! samples around its centre say.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.integer_arithmetic.all;

entity uart_receiver is
  generic (
    clocks_per_bit_g : positive --! Clock cycles of a bit, at least 8.
  );
  port (
    clk   : in  std_ulogic;                    --! Clock.
    rst   : in  std_ulogic;                    --! Reset, high.
    rx    : in  std_ulogic;                    --! The line; it need not keep to the clock.
    valid : out std_ulogic;                    --! A byte has come.
    good  : out std_ulogic;                    --! It had a stop bit.
    data  : out std_ulogic_vector(7 downto 0)  --! The byte.
  );
end entity uart_receiver;

architecture rtl of uart_receiver is
  constant spread_c : positive := clocks_per_bit_g / 8;      --! Between two samples.
  constant early_c  : natural  := clocks_per_bit_g / 2 - spread_c;
  constant centre_c : natural  := clocks_per_bit_g / 2;
  constant late_c   : natural  := clocks_per_bit_g / 2 + spread_c;
  constant bits_c   : positive := bits_to_count(clocks_per_bit_g);
  constant stop_c   : positive := 9;

  type state_t is (waiting, receiving, recovering);

  signal state     : state_t                       := waiting;
  signal line_sync : std_ulogic_vector(1 downto 0) := (others => '1');
  signal clocks    : unsigned(bits_c - 1 downto 0) := (others => '0');
  signal place     : unsigned(3 downto 0)          := (others => '0'); --! 0: start bit, 1 to 8: data, 9: stop bit.
  signal early     : std_ulogic                    := '1';
  signal centre    : std_ulogic                    := '1';
  signal shift     : std_ulogic_vector(7 downto 0) := (others => '0');
  signal done      : std_ulogic                    := '0';
  signal stopped   : std_ulogic                    := '0';
  signal level     : std_ulogic;
  signal majority  : std_ulogic;
begin

  level    <= line_sync(1);
  majority <= (early and centre) or (early and level) or (centre and level);

  valid <= done;
  good  <= stopped;
  data  <= shift;

  receive : process (clk) is
  begin
    if rising_edge(clk) then
      line_sync <= line_sync(0) & rx;
      done      <= '0';
      if state = waiting then
        clocks <= to_unsigned(1, bits_c);
        place  <= (others => '0');
        if level = '0' then
          state <= receiving;
        end if;
      elsif state = receiving then
        clocks <= clocks + 1;
        if clocks = clocks_per_bit_g - 1 then
          clocks <= (others => '0');
          place  <= place + 1;
        end if;
        if clocks = early_c then
          early <= level;
        end if;
        if clocks = centre_c then
          centre <= level;
        end if;
        if clocks = late_c then
          if place = 0 then
            if majority = '1' then
              state <= waiting;
            end if;
          elsif place = stop_c then
            done    <= '1';
            stopped <= majority;
            state   <= recovering;
            if majority = '1' then
              state <= waiting;
            end if;
          else
            shift <= majority & shift(7 downto 1);
          end if;
        end if;
      else
        -- A line that stays low is one byte, not many.
        if level = '1' then
          state <= waiting;
        end if;
      end if;
      if rst = '1' then
        state <= waiting;
        done  <= '0';
      end if;
    end if;
  end process receive;

end architecture rtl;

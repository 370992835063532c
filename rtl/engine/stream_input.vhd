--! Collects a window from the input stream, token-major, and writes it lane by lane into the input bank (A layout).
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;

entity stream_input is
  generic (
    rows_g         : positive; --! T.
    element_bits_g : positive; --! AW.
    address_bits_g : positive; --! Width of an address of the input bank.
    count_bits_g   : positive  --! CB.
  );
  port (
    clk           : in  std_ulogic;                                     --! Clock.
    rst           : in  std_ulogic;                                     --! Reset, high.
    enable        : in  std_ulogic;                                     --! The engine waits for a window.
    pause         : in  std_ulogic;                                     --! None may begin.
    last_token    : in  unsigned(count_bits_g - 1 downto 0);            --! n - 1, tokens of a window.
    last_feature  : in  unsigned(count_bits_g - 1 downto 0);            --! m - 1, elements of a token.
    in_valid      : in  std_ulogic;                                     --! An element is offered.
    in_ready      : out std_ulogic;                                     --! It is taken.
    in_data       : in  std_ulogic_vector(element_bits_g - 1 downto 0); --! The element.
    in_last       : in  std_ulogic;                                     --! It ends a window; too early: start again.
    write_lane    : out std_ulogic_vector(rows_g - 1 downto 0);         --! One lane is written.
    write_address : out unsigned(address_bits_g - 1 downto 0);          --! Its word.
    write_data    : out std_ulogic_vector(element_bits_g - 1 downto 0); --! Its element.
    collecting    : out std_ulogic;                                     --! A window has begun, or begins now.
    complete      : out std_ulogic                                      --! The window has been taken.
  );
end entity stream_input;

architecture rtl of stream_input is
  signal token      : unsigned(count_bits_g - 1 downto 0)   := (others => '0');
  signal lane       : unsigned(count_bits_g - 1 downto 0)   := (others => '0');
  signal feature    : unsigned(count_bits_g - 1 downto 0)   := (others => '0');
  signal tile_base  : unsigned(address_bits_g - 1 downto 0) := (others => '0');
  signal address    : unsigned(address_bits_g - 1 downto 0) := (others => '0');
  signal begun      : std_ulogic                            := '0';
  signal done       : std_ulogic                            := '0';
  signal ready      : std_ulogic;
  signal at_last    : std_ulogic;

begin

  ready      <= enable and not done and not pause;
  in_ready   <= ready;
  complete   <= done;
  collecting <= begun or (in_valid and ready);

  at_last <= '1' when token = last_token else '0';

  collect : process (clk) is
  begin
    if rising_edge(clk) then
      done          <= '0';
      write_lane    <= (others => '0');
      write_address <= address;
      write_data    <= in_data;
      if in_valid = '1' and ready = '1' then
        for index in 0 to rows_g - 1 loop
          if lane = index then
            write_lane(index) <= '1';
          end if;
        end loop;
        feature <= feature + 1;
        address <= address + 1;
        if feature = last_feature then
          feature <= (others => '0');
          token   <= token + 1;
          lane    <= lane + 1;
          address <= tile_base;
          if lane = rows_g - 1 then
            lane      <= (others => '0');
            tile_base <= address + 1;
            address   <= address + 1;
          end if;
          done <= at_last;
        end if;
        begun <= '1';
        if in_last = '1' or (feature = last_feature and at_last = '1') then
          begun     <= '0';
          feature   <= (others => '0');
          token     <= (others => '0');
          lane      <= (others => '0');
          address   <= (others => '0');
          tile_base <= (others => '0');
        end if;
      end if;
      if rst = '1' then
        done      <= '0';
        begun     <= '0';
        feature   <= (others => '0');
        token     <= (others => '0');
        lane      <= (others => '0');
        address   <= (others => '0');
        tile_base <= (others => '0');
      end if;
    end if;
  end process collect;

end architecture rtl;

library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;

entity counter is
  generic (width_g : positive := 8);
  port (
    clk   : in  std_ulogic;
    count : out std_ulogic_vector(width_g - 1 downto 0)
  );
end entity;

architecture rtl of counter is
  signal value : unsigned(width_g - 1 downto 0) := (others => '0');
begin
  process (clk)
  begin
    if rising_edge(clk) then
      value <= value + 1;
    end if;
  end process;
  count <= std_ulogic_vector(value);
end architecture;

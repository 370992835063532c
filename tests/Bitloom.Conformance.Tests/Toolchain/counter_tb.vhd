library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;

entity counter_tb is
  generic (
    cycles_g   : positive := 4; -- rising edges to give
    expected_g : natural  := 0  -- count to expect after them; 0: as many as edges
  );
end entity;

architecture test of counter_tb is
  signal clk   : std_ulogic := '0';
  signal count : std_ulogic_vector(7 downto 0);
begin
  dut : entity work.counter
    port map (clk => clk, count => count);

  stimulus : process
    variable expected_v : natural := cycles_g;
  begin
    if expected_g > 0 then
      expected_v := expected_g;
    end if;
    for i in 1 to cycles_g loop
      clk <= '1';
      wait for 5 ns;
      clk <= '0';
      wait for 5 ns;
    end loop;
    assert to_integer(unsigned(count)) = expected_v
      report "counted " & integer'image(to_integer(unsigned(count))) & ", expected " & integer'image(expected_v)
      severity error;
    report "cycles " & integer'image(cycles_g);
    wait;
  end process;
end architecture;

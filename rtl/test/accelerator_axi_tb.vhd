--! The AXI4-Stream wrapper beside the plain accelerator: both are offered the same elements, and take and offer at the
--! same cycles the same ones; bytes that the element does not fill hold garbage on the way in and its sign, or zeros,
--! on the way out. A reset in the middle reaches both.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use ieee.math_real.all;
use work.accelerator_constants.all;

library std;
use std.env.all;

entity accelerator_axi_tb is
  generic (
    windows_g : positive := 3;    --! Windows whose outputs are compared.
    outputs_g : positive := 1;    --! Elements of an output.
    signed_g  : boolean  := true; --! Output elements are signed.
    seed_g    : positive := 1     --! Of data and stalls.
  );
end entity accelerator_axi_tb;

architecture bench of accelerator_axi_tb is
  constant bytes_c : positive := (element_bits_c + 7) / 8;

  subtype byte_word_t is std_ulogic_vector(8 * bytes_c - 1 downto 0);

  signal clk         : std_ulogic := '0';
  signal rst         : std_ulogic := '1';
  signal aresetn     : std_ulogic;
  signal in_valid    : std_ulogic := '0';
  signal in_word     : byte_word_t := (others => '0');
  signal in_last     : std_ulogic := '0';
  signal out_ready   : std_ulogic := '0';
  signal plain_ready : std_ulogic;
  signal plain_valid : std_ulogic;
  signal plain_data  : std_ulogic_vector(element_bits_c - 1 downto 0);
  signal plain_last  : std_ulogic;
  signal axi_ready   : std_ulogic;
  signal axi_valid   : std_ulogic;
  signal axi_data    : std_logic_vector(8 * bytes_c - 1 downto 0);
  signal axi_last    : std_ulogic;
begin

  clk     <= not clk after 5 ns;
  rst     <= '0' after 23 ns, '1' after 523 ns, '0' after 553 ns;
  aresetn <= not rst;

  plain : entity work.accelerator
    port map (
      clk        => clk,
      rst        => rst,
      load_valid => '0',
      load_ready => open,
      load_data  => "00000000",
      load_last  => '0',
      in_valid   => in_valid,
      in_ready   => plain_ready,
      in_data    => in_word(element_bits_c - 1 downto 0),
      in_last    => in_last,
      out_valid  => plain_valid,
      out_ready  => out_ready,
      out_data   => plain_data,
      out_last   => plain_last
    );

  wrapped : entity work.accelerator_axi
    port map (
      aclk          => clk,
      aresetn       => aresetn,
      s_axis_tdata  => std_logic_vector(in_word),
      s_axis_tvalid => in_valid,
      s_axis_tready => axi_ready,
      s_axis_tlast  => in_last,
      m_axis_tdata  => axi_data,
      m_axis_tvalid => axi_valid,
      m_axis_tready => out_ready,
      m_axis_tlast  => axi_last
    );

  offer : process is
    variable seed1_v : positive := seed_g;
    variable seed2_v : positive := 6113;
    variable dice_v  : real;
    variable count_v : natural  := 0;
  begin
    wait until rising_edge(clk);
    if rst = '1' then
      in_valid <= '0';
      count_v  := 0;
    elsif in_valid = '0' or plain_ready = '1' then
      if in_valid = '1' then
        count_v := (count_v + 1) mod (window_c * features_c);
      end if;
      uniform(seed1_v, seed2_v, dice_v);
      in_valid <= '1' when dice_v < 0.7 else '0';
      uniform(seed1_v, seed2_v, dice_v);
      in_word <= std_ulogic_vector(to_unsigned(integer(floor(dice_v * real(2 ** (8 * bytes_c)))), 8 * bytes_c));
      in_last <= '1' when count_v = window_c * features_c - 1 else '0';
    end if;
    uniform(seed1_v, seed2_v, dice_v);
    out_ready <= '1' when dice_v < 0.6 else '0';
  end process offer;

  compare : process is
    variable expected_v : byte_word_t;
    variable beats_v    : natural := 0;
    variable idle_v     : natural := 0;
  begin
    wait until rising_edge(clk);
    assert axi_ready = plain_ready and axi_valid = plain_valid
      report "the handshakes differ"
      severity failure;
    idle_v := idle_v + 1;
    if rst = '0' and plain_valid = '1' then
      expected_v := (others => '0');
      if signed_g then
        expected_v := (others => plain_data(element_bits_c - 1));
      end if;
      expected_v(element_bits_c - 1 downto 0) := plain_data;
      assert std_ulogic_vector(axi_data) = expected_v and axi_last = plain_last
        report "the outputs differ: " & to_hstring(axi_data) & " instead of " & to_hstring(expected_v)
        severity failure;
      if out_ready = '1' then
        beats_v := beats_v + 1;
        idle_v  := 0;
      end if;
    end if;
    assert idle_v < 1000000
      report "no output"
      severity failure;
    if beats_v = windows_g * outputs_g then
      report "PASS " & integer'image(beats_v);
      finish;
    end if;
  end process compare;

end architecture bench;

--! The accelerator of one project behind a serial line (docs/uart-protocol.md). The package board_constants is generated.
library ieee;
use ieee.std_logic_1164.all;
use work.accelerator_constants.all;
use work.board_constants.all;
use work.uart_types.all;

entity uart_accelerator is
  port (
    clk : in  std_ulogic; --! Clock.
    rst : in  std_ulogic; --! Reset, high.
    rx  : in  std_ulogic; --! Line to the board.
    tx  : out std_ulogic  --! Line from the board.
  );
end entity uart_accelerator;

architecture rtl of uart_accelerator is
  signal rx_valid   : std_ulogic;
  signal rx_good    : std_ulogic;
  signal rx_data    : byte_t;
  signal tx_valid   : std_ulogic;
  signal tx_ready   : std_ulogic;
  signal tx_data    : byte_t;
  signal load_valid : std_ulogic;
  signal load_ready : std_ulogic;
  signal load_data  : byte_t;
  signal load_last  : std_ulogic;
  signal in_valid   : std_ulogic;
  signal in_ready   : std_ulogic;
  signal in_data    : std_ulogic_vector(element_bits_c - 1 downto 0);
  signal in_last    : std_ulogic;
  signal out_valid  : std_ulogic;
  signal out_ready  : std_ulogic;
  signal out_data   : std_ulogic_vector(element_bits_c - 1 downto 0);
  signal out_last   : std_ulogic;
begin

  receive : entity work.uart_receiver
    generic map (
      clocks_per_bit_g => clocks_per_bit_c
    )
    port map (
      clk   => clk,
      rst   => rst,
      rx    => rx,
      valid => rx_valid,
      good  => rx_good,
      data  => rx_data
    );

  send : entity work.uart_transmitter
    generic map (
      clocks_per_bit_g => clocks_per_bit_c
    )
    port map (
      clk   => clk,
      rst   => rst,
      valid => tx_valid,
      ready => tx_ready,
      data  => tx_data,
      tx    => tx
    );

  exchange : entity work.uart_frames
    generic map (
      clocks_per_bit_g   => clocks_per_bit_c,
      timeout_bits_g     => timeout_bits_c,
      buffer_bytes_g     => buffer_bytes_c,
      element_bits_g     => element_bits_c,
      loadable_g         => loadable_c,
      inputs_g           => window_c * features_c,
      description_file_g => description_file_c
    )
    port map (
      clk        => clk,
      rst        => rst,
      rx_valid   => rx_valid,
      rx_good    => rx_good,
      rx_data    => rx_data,
      tx_valid   => tx_valid,
      tx_ready   => tx_ready,
      tx_data    => tx_data,
      load_valid => load_valid,
      load_ready => load_ready,
      load_data  => load_data,
      load_last  => load_last,
      in_valid   => in_valid,
      in_ready   => in_ready,
      in_data    => in_data,
      in_last    => in_last,
      out_valid  => out_valid,
      out_ready  => out_ready,
      out_data   => out_data,
      out_last   => out_last
    );

  compute : entity work.accelerator
    port map (
      clk        => clk,
      rst        => rst,
      load_valid => load_valid,
      load_ready => load_ready,
      load_data  => load_data,
      load_last  => load_last,
      in_valid   => in_valid,
      in_ready   => in_ready,
      in_data    => in_data,
      in_last    => in_last,
      out_valid  => out_valid,
      out_ready  => out_ready,
      out_data   => out_data,
      out_last   => out_last
    );

end architecture rtl;

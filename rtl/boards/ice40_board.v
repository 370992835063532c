// The top of an iCE40 UltraPlus bitstream: the clock, its reset, and the accelerator behind a serial line.
// CLOCK_INTERNAL: the oscillator of the device, 48 MHz, divided as CLOCK_DIVIDE_2, _4 or _8 says.
// CLOCK_PLL: the clock pin through the PLL, times (PLL_DIVF + 1) / 2^PLL_DIVQ, as PLL_RANGE says of the pin.
// Otherwise the clock pin as it is.
`ifdef CLOCK_DIVIDE_2
`define CLOCK_DIVIDER "0b01"
`elsif CLOCK_DIVIDE_4
`define CLOCK_DIVIDER "0b10"
`elsif CLOCK_DIVIDE_8
`define CLOCK_DIVIDER "0b11"
`else
`define CLOCK_DIVIDER "0b00"
`endif

module ice40_board (
  input clock_pin,  // Clock of the board; not used with CLOCK_INTERNAL.
  input rx_pin,     // Line to the board.
  output tx_pin,    // Line from the board.
  output flash_pin, // High: the memory of the bitstream leaves the pins alone that some boards share with the line.
  output led_pin    // Low, which lights it, when the clock runs.
);
  wire clk;
  wire locked;
`ifdef CLOCK_INTERNAL
  SB_HFOSC #(.CLKHF_DIV(`CLOCK_DIVIDER)) oscillator (.CLKHFEN(1'b1), .CLKHFPU(1'b1), .CLKHF(clk));
  assign locked = 1'b1;
`elsif CLOCK_PLL
  SB_PLL40_PAD #(
    .FEEDBACK_PATH("SIMPLE"), .DIVR(4'd0), .DIVF(`PLL_DIVF), .DIVQ(`PLL_DIVQ), .FILTER_RANGE(`PLL_RANGE)
  ) pll (
    .PACKAGEPIN(clock_pin), .PLLOUTGLOBAL(clk), .LOCK(locked), .RESETB(1'b1), .BYPASS(1'b0)
  );
`else
  assign clk = clock_pin;
  assign locked = 1'b1;
`endif

  // Block memories may be read wrongly in the first microseconds after configuration.
  reg [7:0] waited = 0;
  reg rst = 1;
  always @(posedge clk) begin
    if (!locked) waited <= 0;
    else if (!(&waited)) waited <= waited + 1;
    rst <= !(&waited);
  end

  assign flash_pin = 1'b1;
  assign led_pin = rst;
  uart_accelerator accelerator (.clk(clk), .rst(rst), .rx(rx_pin), .tx(tx_pin));
endmodule

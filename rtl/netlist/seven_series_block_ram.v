// What RAMB18E1 and RAMB36E1 (UG473) have in common, in the modes to which the memories of this library are mapped:
// one read port and one write port, no output register, no reset, no cascade. Anything else does not elaborate.
// A word is a byte and its parity bit. Widths 1, 2 and 4 take part of a byte; 9, 18, 36, 72 take 1, 2, 4, 8 words.
module seven_series_block_ram #(
  parameter address_bits_g = 14,
  parameter half_bits_g = 16,
  parameter mode_g = "TDP",
  parameter integer read_width_a_g = 0,
  parameter integer read_width_b_g = 0,
  parameter integer write_width_a_g = 0,
  parameter integer write_width_b_g = 0,
  parameter write_mode_a_g = "WRITE_FIRST",
  parameter write_mode_b_g = "WRITE_FIRST",
  parameter supported_g = 1,
  parameter [(1<<address_bits_g)-1:0] data_g = 0,
  parameter [(1<<(address_bits_g-3))-1:0] parity_g = 0
) (
  input clk_a,
  input enable_a,
  input reset_a,
  input [address_bits_g-1:0] address_a,
  input [half_bits_g-1:0] in_a,
  input [half_bits_g/8-1:0] in_parity_a,
  input [half_bits_g/8-1:0] write_a,
  output [half_bits_g-1:0] out_a,
  output [half_bits_g/8-1:0] out_parity_a,
  input clk_b,
  input enable_b,
  input reset_b,
  input [address_bits_g-1:0] address_b,
  input [half_bits_g-1:0] in_b,
  input [half_bits_g/8-1:0] in_parity_b,
  input [half_bits_g/4-1:0] write_b,
  output [half_bits_g-1:0] out_b,
  output [half_bits_g/8-1:0] out_parity_b
);
  localparam simple = mode_g == "SDP";
  localparam reads_a = read_width_a_g > 0;
  localparam writes_a = write_width_a_g > 0;
  localparam read_width = reads_a ? read_width_a_g : read_width_b_g;
  localparam write_width = writes_a ? write_width_a_g : write_width_b_g;
  localparam most = half_bits_g / 8 * 9 * (simple ? 2 : 1);
  localparam old_word = writes_a ? write_mode_a_g == "READ_FIRST" : write_mode_b_g == "READ_FIRST";

  localparam words = 1 << (address_bits_g - 3);
  localparam read_bytes = read_width < 9 ? 1 : read_width / 9;
  localparam write_bytes = write_width < 9 ? 1 : write_width / 9;
  localparam bytes = half_bits_g / 4;

  generate
    if (!supported_g || read_width == 0 || read_width > most || write_width > most
        || (reads_a && (read_width_b_g > 0 || writes_a)) || (write_width_b_g > 0 && (read_width_b_g > 0 || writes_a))
        || (simple && (read_width_b_g > 0 || writes_a))) begin : unsupported
      mode_of_a_block_ram_that_has_no_model refused();
    end
  endgenerate

  wire read_clk = reads_a ? clk_a : clk_b;
  wire read_enable = reads_a ? enable_a : enable_b;
  wire [address_bits_g-1:0] read_address = reads_a ? address_a : address_b;
  wire write_clk = writes_a ? clk_a : clk_b;
  wire [address_bits_g-1:0] write_address = writes_a ? address_a : address_b;
  // A wide word takes both halves of the data; a narrow one of simple dual port comes on B.
  wire wide = write_width > half_bits_g / 8 * 9;
  wire [2*half_bits_g-1:0] in = wide ? {in_b, in_a} : writes_a ? in_a : in_b;
  wire [bytes-1:0] in_parity = wide ? {in_parity_b, in_parity_a} : writes_a ? in_parity_a : in_parity_b;
  wire [bytes-1:0] write = write_width == 0 ? 0 : writes_a ? write_a & {bytes{enable_a}} : write_b & {bytes{enable_b}};

  reg [8:0] memory [0:words-1];
  integer index, read_byte, write_byte;
  initial
    for (index = 0; index < words; index = index + 1)
      memory[index] = {parity_g[index], data_g[8*index +: 8]};

  wire [address_bits_g-4:0] read_base = read_address[address_bits_g-1:3] & ~(read_bytes - 1);
  wire [address_bits_g-4:0] write_base = write_address[address_bits_g-1:3] & ~(write_bytes - 1);
  reg [2*half_bits_g-1:0] data;
  reg [bytes-1:0] parity;
  assign {out_b, out_a} = simple ? data : {data[half_bits_g-1:0], data[half_bits_g-1:0]};
  assign {out_parity_b, out_parity_a} = simple ? parity : {parity[bytes/2-1:0], parity[bytes/2-1:0]};

  // A word that is read while it is written is the old one with READ_FIRST; otherwise nobody knows: all bits wrong.
  wire collides = !old_word && |write
    && read_base < write_base + write_bytes && write_base < read_base + read_bytes;

  always @(posedge clk_a)
    if (reset_a || reset_b) begin
      $display("mismatch: a block RAM was reset, of which there is no model");
      $stop;
    end

  generate
    if (read_width >= 9) begin : whole_read
      always @(posedge read_clk)
        if (read_enable)
          for (read_byte = 0; read_byte < read_bytes; read_byte = read_byte + 1)
            {parity[read_byte], data[8*read_byte +: 8]} <= memory[read_base + read_byte] ^ {9{collides}};
    end else begin : part_read
      wire [2:0] low = read_address[2:0] & ~(read_width - 1);
      wire [8:0] word = memory[read_base] ^ {9{collides}};
      always @(posedge read_clk) if (read_enable) data[read_width-1:0] <= word[low +: read_width];
    end

    if (write_width >= 9) begin : whole_write
      always @(posedge write_clk)
        for (write_byte = 0; write_byte < write_bytes; write_byte = write_byte + 1)
          if (write[write_byte]) memory[write_base + write_byte] <= {in_parity[write_byte], in[8*write_byte +: 8]};
    end else if (write_width > 0) begin : part_write
      wire [2:0] low = write_address[2:0] & ~(write_width - 1);
      always @(posedge write_clk) if (write[0]) memory[write_base][low +: write_width] <= in[write_width-1:0];
    end
  endgenerate
endmodule

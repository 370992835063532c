// A memory with one write and one registered read port, Verilog view of ram_1r1w.vhd for synthesis and Verilator.
// Block memories are cut into slices of 36 bits: Yosys 0.23 corrupts written block memories that are wider. One with
// contents is a single slice.
// Without LUT memory in the family "distributed" is an error: the synthesizer decides between blocks and flip-flops.
`ifdef NO_LUT_MEMORY
`define RAM_STYLE (kind_g == "distributed" ? "auto" : kind_g)
`else
`define RAM_STYLE kind_g
`endif

module ram_1r1w #(
  parameter width_g = 8,
  parameter depth_g = 2,
  parameter address_bits_g = 1,
  parameter kind_g = "auto",
  parameter file_g = "none"
) (
  input clk,
  input write_enable,
  input [address_bits_g-1:0] write_address,
  input [width_g-1:0] write_data,
  input [address_bits_g-1:0] read_address,
  output [width_g-1:0] read_data
);
  localparam slices = (width_g + 35) / 36;
  genvar i;
  generate
    for (i = 0; i < slices; i = i + 1) begin : slice
      localparam low = 36 * i;
      localparam bits = width_g - low > 36 ? 36 : width_g - low;
      ram_1r1w_slice #(
        .width_g(bits), .depth_g(depth_g), .address_bits_g(address_bits_g), .kind_g(kind_g),
        .file_g(file_g)
      ) memory (
        .clk(clk),
        .write_enable(write_enable),
        .write_address(write_address),
        .write_data(write_data[low +: bits]),
        .read_address(read_address),
        .read_data(read_data[low +: bits])
      );
    end
  endgenerate
endmodule

module ram_1r1w_slice #(
  parameter width_g = 8,
  parameter depth_g = 2,
  parameter address_bits_g = 1,
  parameter kind_g = "auto",
  parameter file_g = "none"
) (
  input clk,
  input write_enable,
  input [address_bits_g-1:0] write_address,
  input [width_g-1:0] write_data,
  input [address_bits_g-1:0] read_address,
  output [width_g-1:0] read_data
);
  (* ram_style = `RAM_STYLE *) reg [width_g-1:0] words [0:depth_g-1];
  reg [width_g-1:0] word;
  integer address;
  generate
    if (file_g == "none") begin : zeros
      initial for (address = 0; address < depth_g; address = address + 1) words[address] = 0;
    end else begin : contents
      initial $readmemh(file_g, words);
    end
  endgenerate
  always @(posedge clk) begin
    if (write_enable) words[write_address] <= write_data;
    word <= words[read_address];
  end
  assign read_data = word;
endmodule

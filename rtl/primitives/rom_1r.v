// A read-only memory with one registered read port, Verilog view of rom_1r.vhd for synthesis and Verilator.
module rom_1r #(
  parameter width_g = 8,
  parameter depth_g = 2,
  parameter address_bits_g = 1,
  parameter kind_g = "auto",
  parameter file_g = "none"
) (
  input clk,
  input [address_bits_g-1:0] read_address,
  output [width_g-1:0] read_data
);
  generate
    if (kind_g == "block") begin : block
      (* rom_style = "block" *) reg [width_g-1:0] words [0:depth_g-1];
      reg [width_g-1:0] word;
      initial $readmemh(file_g, words);
      always @(posedge clk) word <= words[read_address];
      assign read_data = word;
    end else if (kind_g == "distributed") begin : distributed
      // Yosys has no distributed read-only memory: "logic" gives tables in LUTs.
      (* rom_style = "logic" *) reg [width_g-1:0] words [0:depth_g-1];
      reg [width_g-1:0] word;
      initial $readmemh(file_g, words);
      always @(posedge clk) word <= words[read_address];
      assign read_data = word;
    end else begin : automatic_kind
      reg [width_g-1:0] words [0:depth_g-1];
      reg [width_g-1:0] word;
      initial $readmemh(file_g, words);
      always @(posedge clk) word <= words[read_address];
      assign read_data = word;
    end
  endgenerate
endmodule

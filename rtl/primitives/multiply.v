// A registered signed product, Verilog view of multiply.vhd for synthesis and Verilator.
module multiply #(
  parameter a_bits_g = 25,
  parameter b_bits_g = 18
) (
  input clk,
  input signed [a_bits_g-1:0] a,
  input signed [b_bits_g-1:0] b,
  output signed [a_bits_g+b_bits_g-1:0] p
);
  reg signed [a_bits_g+b_bits_g-1:0] product = 0;
  assign p = product;
  always @(posedge clk) product <= a * b;
endmodule

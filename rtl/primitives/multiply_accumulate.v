// One cell of the array, Verilog view of multiply_accumulate.vhd for synthesis and Verilator.
// Written so that Yosys packs operands, product and accumulator into one DSP48E1.
module multiply_accumulate #(
  parameter a_bits_g = 9,
  parameter b_bits_g = 8,
  parameter p_bits_g = 24,
  parameter kind_g = "dsp"
) (
  input clk,
  input signed [a_bits_g-1:0] a,
  input signed [b_bits_g-1:0] b,
  input first,
  input enable,
  output signed [p_bits_g-1:0] p
);
  reg signed [a_bits_g-1:0] a_reg = 0;
  reg signed [b_bits_g-1:0] b_reg = 0;
  reg signed [a_bits_g+b_bits_g-1:0] product = 0;
  reg signed [p_bits_g-1:0] sum = 0;

  assign p = sum;

  always @(posedge clk) begin
    a_reg <= a;
    b_reg <= b;
    product <= a_reg * b_reg;
    if (enable) sum <= (first ? $signed({p_bits_g{1'b0}}) : sum) + product;
  end
endmodule

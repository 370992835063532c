// One cell of the array, Verilog view of multiply_accumulate.vhd for synthesis and Verilator.
// "dsp" is written so that Yosys packs operands, product and accumulator into one DSP48E1.
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
  reg signed [p_bits_g-1:0] sum = 0;
  wire signed [a_bits_g+b_bits_g-1:0] product;

  assign p = sum;
  always @(posedge clk) if (enable) sum <= product + (first ? $signed({p_bits_g{1'b0}}) : sum);

  generate
    if (kind_g == "lut") begin : in_luts
      booth_multiply #(.a_bits_g(a_bits_g), .b_bits_g(b_bits_g)) multiplier (.clk(clk), .a(a), .b(b), .p(product));
    end else begin : in_dsp
      reg signed [a_bits_g-1:0] a_reg = 0;
      reg signed [b_bits_g-1:0] b_reg = 0;
      reg signed [a_bits_g+b_bits_g-1:0] product_reg = 0;
      assign product = product_reg;
      always @(posedge clk) begin
        a_reg <= a;
        b_reg <= b;
        product_reg <= a_reg * b_reg;
      end
    end
  endgenerate
endmodule

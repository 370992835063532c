// A signed product, two cycles after its operands; Verilog view of multiply.vhd for synthesis and Verilator.
module multiply #(
  parameter a_bits_g = 25,
  parameter b_bits_g = 18,
  parameter kind_g = "dsp"
) (
  input clk,
  input signed [a_bits_g-1:0] a,
  input signed [b_bits_g-1:0] b,
  output signed [a_bits_g+b_bits_g-1:0] p
);
  generate
    if (kind_g == "lut") begin : in_luts
      // The shorter operand gives the digits.
      if (a_bits_g < b_bits_g) begin : digits_of_a
        booth_multiply #(.a_bits_g(b_bits_g), .b_bits_g(a_bits_g)) multiplier (.clk(clk), .a(b), .b(a), .p(p));
      end else begin : digits_of_b
        booth_multiply #(.a_bits_g(a_bits_g), .b_bits_g(b_bits_g)) multiplier (.clk(clk), .a(a), .b(b), .p(p));
      end
    end else begin : in_dsp
      reg signed [a_bits_g+b_bits_g-1:0] product = 0;
      assign p = product;
`ifdef OPERAND_REGISTERS
      // Of two registers behind a product Yosys 0.23 crashes (ice40_dsp), so one is before it.
      reg signed [a_bits_g-1:0] a_reg = 0;
      reg signed [b_bits_g-1:0] b_reg = 0;
      always @(posedge clk) begin
        a_reg <= a;
        b_reg <= b;
        product <= a_reg * b_reg;
      end
`else
      reg signed [a_bits_g+b_bits_g-1:0] multiplied = 0;
      always @(posedge clk) begin
        multiplied <= a * b;
        product <= multiplied;
      end
`endif
    end
  endgenerate
endmodule

// A registered signed product, Verilog view of multiply.vhd for synthesis and Verilator.
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
  reg signed [a_bits_g+b_bits_g-1:0] product = 0;
  assign p = product;
  generate
    if (kind_g == "lut") begin : in_luts
      wire signed [a_bits_g+b_bits_g-1:0] next;
      // The shorter operand gives the digits.
      if (a_bits_g < b_bits_g) begin : digits_of_a
        booth_product #(.a_bits_g(b_bits_g), .b_bits_g(a_bits_g)) multiplier (.a(b), .b(a), .p(next));
      end else begin : digits_of_b
        booth_product #(.a_bits_g(a_bits_g), .b_bits_g(b_bits_g)) multiplier (.a(a), .b(b), .p(next));
      end
      always @(posedge clk) product <= next;
    end else begin : in_dsp
      always @(posedge clk) product <= a * b;
    end
  endgenerate
endmodule

// A signed product in LUTs without registers.
module booth_product #(
  parameter a_bits_g = 9,
  parameter b_bits_g = 8
) (
  input signed [a_bits_g-1:0] a,
  input signed [b_bits_g-1:0] b,
  output signed [a_bits_g+b_bits_g-1:0] p
);
  localparam rows = (b_bits_g + 1) / 2;
  localparam bits = a_bits_g + 2 * rows;

  wire [2*rows:0] digits = {{(2*rows-b_bits_g){b[b_bits_g-1]}}, b, 1'b0};
  wire signed [bits-1:0] sums [0:rows];
  assign sums[0] = 0;
  assign p = sums[rows];

  genvar i;
  generate
    for (i = 0; i < rows; i = i + 1) begin : row
      booth_row #(.a_bits_g(a_bits_g), .sum_bits_g(bits), .row_g(i)) add (
        .a(a), .digit(digits[2*i+2:2*i]), .sum(sums[i]), .next(sums[i+1]));
    end
  endgenerate
endmodule

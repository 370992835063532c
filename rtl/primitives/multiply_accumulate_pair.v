// Two cells of the array in one DSP48E1, Verilog view of multiply_accumulate_pair.vhd for synthesis and Verilator.
module multiply_accumulate_pair #(
  parameter a_bits_g = 9,
  parameter b_bits_g = 8,
  parameter shift_g = 16,
  parameter p_bits_g = 21,
  parameter kind_g = "outside"
) (
  input clk,
  input signed [a_bits_g-1:0] a,
  input signed [shift_g+b_bits_g:0] b,
  input first,
  input enable,
  output [2*p_bits_g:0] p
);
  localparam product_bits = a_bits_g + b_bits_g + shift_g + 1;

  generate
    if (kind_g == "inside") begin : sums_in_dsp
      reg signed [a_bits_g-1:0] a_reg = 0;
      reg signed [shift_g+b_bits_g:0] b_reg = 0;
      reg signed [product_bits-1:0] product = 0;
      reg signed [47:0] sum = 0;
      always @(posedge clk) begin
        a_reg <= a;
        b_reg <= b;
        product <= a_reg * b_reg;
        if (enable) sum <= (first ? $signed(48'b0) : sum) + product;
      end
      assign p = {sum[shift_g-1], sum[shift_g+p_bits_g-1:shift_g], sum[p_bits_g-1:0]};
    end else begin : sums_beside_dsp
      reg signed [product_bits-1:0] multiplied = 0;
      reg signed [product_bits-1:0] product = 0;
      reg signed [p_bits_g-1:0] low_sum = 0;
      reg signed [p_bits_g-1:0] high_sum = 0;
      wire signed [shift_g-1:0] low_product = product[shift_g-1:0];
      wire signed [shift_g-1:0] high_product = product[2*shift_g-1:shift_g];
      // Signed throughout: of other forms Yosys 0.23 makes an additional LUT a bit in front of the carry chain.
      wire signed [p_bits_g-1:0] low_start = first ? $signed({p_bits_g{1'b0}}) : low_sum;
      wire signed [p_bits_g-1:0] high_start = first ? $signed({p_bits_g{1'b0}}) : high_sum;
      // The carry comes in by a bit below the lowest.
      wire signed [p_bits_g:0] high_next = $signed({high_product, product[shift_g-1]}) + $signed({high_start, 1'b1});
      always @(posedge clk) begin
        multiplied <= a * b;
        product <= multiplied;
        if (enable) begin
          low_sum <= low_product + low_start;
          high_sum <= high_next[p_bits_g:1];
        end
      end
      assign p = {1'b0, high_sum, low_sum};
    end
  endgenerate
endmodule

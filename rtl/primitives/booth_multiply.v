// A signed product in LUTs, two cycles after its operands (radix-4 Booth: A. D. Booth 1951, O. L. MacSorley 1961).
// Each digit of b takes one row, whose LUTs both choose the multiple of a and add it, on one carry chain.
module booth_multiply #(
  parameter a_bits_g = 9,
  parameter b_bits_g = 8
) (
  input clk,
  input signed [a_bits_g-1:0] a,
  input signed [b_bits_g-1:0] b,
  output signed [a_bits_g+b_bits_g-1:0] p
);
  localparam rows = (b_bits_g + 1) / 2;
  localparam early_rows = (rows + 1) / 2;
  localparam bits = a_bits_g + 2 * rows;

  wire [2*rows:0] b_now = {{(2*rows-b_bits_g){b[b_bits_g-1]}}, b, 1'b0};
  reg [2*rows:0] b_reg = 0;
  reg signed [a_bits_g-1:0] a_reg = 0;
  reg signed [bits-1:0] early = 0;
  reg signed [bits-1:0] product = 0;
  wire signed [bits-1:0] sums [0:rows];
  wire signed [bits-1:0] late [0:rows];

  assign sums[0] = 0;
  assign late[early_rows] = early;
  assign p = product;

  genvar i;
  generate
    for (i = 0; i < rows; i = i + 1) begin : row
      if (i < early_rows) begin : early_row
        booth_row #(.a_bits_g(a_bits_g), .sum_bits_g(bits), .row_g(i)) add (
          .a(a), .digit(b_now[2*i+2:2*i]), .sum(sums[i]), .next(sums[i+1]));
      end else begin : late_row
        booth_row #(.a_bits_g(a_bits_g), .sum_bits_g(bits), .row_g(i)) add (
          .a(a_reg), .digit(b_reg[2*i+2:2*i]), .sum(late[i]), .next(late[i+1]));
      end
    end
  endgenerate

  always @(posedge clk) begin
    a_reg <= a;
    b_reg <= b_now;
    early <= sums[early_rows];
    product <= late[rows];
  end
endmodule

// next = sum + digit(-2..2) * a * 4**row_g; sum is exact in 2 row_g + a_bits_g + 2 bits.
module booth_row #(
  parameter a_bits_g = 9,
  parameter sum_bits_g = 17,
  parameter row_g = 0
) (
  input signed [a_bits_g-1:0] a,
  input [2:0] digit,
  input signed [sum_bits_g-1:0] sum,
  output signed [sum_bits_g-1:0] next
);
  localparam bits = a_bits_g + 2;
  localparam low = 2 * row_g;
  localparam high = low + bits < sum_bits_g ? low + bits : sum_bits_g;

  wire [a_bits_g+1:0] doubled = {a[a_bits_g-1], a, 1'b0};
  wire [a_bits_g:0] multiple;
  wire signed [bits-1:0] upper = $signed(sum) >>> low;
  // The carry comes in by a bit below the lowest.
  wire [bits:0] added = {upper, digit[2]} + {multiple[a_bits_g], multiple, 1'b1};

  genvar j;
  generate
    for (j = 0; j <= a_bits_g; j = j + 1) begin : bit_of
      assign multiple[j] = digit[2] ^ (((digit[1] ^ digit[0]) & doubled[j+1])
        | ((digit[2] ^ digit[1]) & ~(digit[1] ^ digit[0]) & doubled[j]));
    end
    for (j = 0; j < sum_bits_g; j = j + 1) begin : result
      if (j < low) assign next[j] = sum[j];
      else if (j < high) assign next[j] = added[j-low+1];
      else assign next[j] = added[bits];
    end
  endgenerate
endmodule

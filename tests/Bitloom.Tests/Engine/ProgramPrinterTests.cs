using Bitloom.Engine;

namespace Bitloom.Tests.Engine;

public sealed class ProgramPrinterTests
{
    [Fact]
    public void Print_ShowsTheWholeProgram_OfASmallEncoder()
    {
        var program = Programs.Compile(SmallGraphs.Encoder(), new(6, 3, 1));

        ProgramPrinter.Print(program).ShouldBe("""
            program encoder, 313 cycles
            engine T=6 G=3 R=1
            widths AW=8 BW=8 ACC=18 MW=9 NW=5 OW=12 SW=20 AB=8 CB=6 instruction=192
            shifts s=4..11 k=0..1 softmax EB=8 RK=11 RS=0 QB=12 RB=12
            stream in 3x2, out 1x1
            depths bank0=10 bank1=6 input=2 constant=7 bankb=14 weight=40 epilogue=9 exponential=256 function=2 program=14

            memory map: word, tensor, written by, last read by
              bank0    0..3       embedding                0       10
              bank0    4..7       query                    1       6
              bank0    4..9       probabilities            7       9
              bank0    0..3       pooled                   11      12
              bank0    4..4       output                   12      13
              bank1    0..5       scores                   5-6     7
              bank1    0..3       context                  8-9     10
              bankb    0..7       key                      2       6
              bankb    8..13      value                    3-4     9
              bankb    0..5       attention                10      11
              input    0..1       input                    before  0
              constant 0..3       positions                before  0
              constant 4..6       pool                     before  11
              weight   0..3       embedding.weight         before  0
              weight   4..11      query.weight             before  1
              weight   12..19     key.weight               before  2
              weight   20..27     value.weight             before  4
              weight   28..35     attention.weight         before  10
              weight   36..39     output.weight            before  12

            instructions: start..end, delay
               0 0..18 +0 embedding[0] MATMUL input[0+2i] * weight[0+2j] steps=2 + constant[0+4i]<<1
                   tiles=1x2*9 last=3x1 groups=3 constants=0 shared >>4 clamp=-128..127 -> bank0[0+4i+3j] activation
               1 21..39 +3 query[0] MATMUL bank0[0+4i] * weight[4+4j] steps=4
                   tiles=1x2*9 last=3x1 groups=3 constants=1 shared >>4 clamp=-128..127 -> bank0[4+4i+3j] activation
               2 39..57 +0 key[0] MATMUL bank0[0+4i] * weight[12+4j] steps=4
                   tiles=1x2*9 last=3x1 groups=3 constants=2 shared >>4 clamp=-128..127 -> bankb[0+8i+3j+4w] key
               3 57..66 +0 value[0] MATMUL bank0[0+4i] * weight[20+4j] steps=4
                   tiles=1x1*9 last=3x2 groups=3 constants=3 shared >>4 clamp=-128..127 -> bankb[8+6i+3j] row
               4 66..75 +0 value[1] MATMUL bank0[0+4i] * weight[24+4j] steps=4
                   tiles=1x1*9 last=3x2 groups=3 constants=3 shared >>4 clamp=-128..127 -> bankb[11+6i+3j] row
               5 77..86 +2 scores[0] MATMUL bank0[4+4i] * bankb[0+4j] steps=2
                   tiles=1x1*9 last=3x3 groups=3 constants=4 shared >>5 clamp=-128..127 -> bank1[0+3i+3j] activation
               6 86..95 +0 scores[1] MATMUL bank0[6+4i] * bankb[2+4j] steps=2
                   tiles=1x1*9 last=3x3 groups=3 constants=4 shared >>5 clamp=-128..127 -> bank1[3+3i+3j] activation
               7 96..224 +1 probabilities[0] SOFTMAX bank1[0+3i] keys=3
                   tiles=2x1*64 last=3x1 groups=3 constants=0 >>11 clamp=0..255 -> bank0[4+3i+0j] activation
               8 224..230 +0 context[0] MATMUL bank0[4+3i]u * bankb[8+3j] steps=3
                   tiles=1x1*6 last=3x2 groups=3 constants=5 shared >>5 clamp=-128..127 -> bank1[0+4i+3j] activation
               9 231..237 +1 context[1] MATMUL bank0[7+3i]u * bankb[11+3j] steps=3
                   tiles=1x1*6 last=3x2 groups=3 constants=5 shared >>5 clamp=-128..127 -> bank1[2+4i+3j] activation
              10 247..271 +10 attention[0] MATMUL bank1[0+4i] * weight[28+4j] steps=4 + bank0[0+4i]<<0
                   tiles=1x2*12 last=3x1 groups=3 constants=6 shared >>4 clamp=-128..127 -> bankb[0+6i+3j] row
              11 272..280 +1 pooled[0] MATMUL constant[4+3i] * bankb[0+3j] steps=3
                   tiles=1x2*4 last=1x1 groups=1 constants=7 shared >>4 clamp=-128..127 -> bank0[0+4i+3j] activation
              12 287..291 +7 output[0] MATMUL bank0[0+4i] * weight[36+4j] steps=4
                   tiles=1x1*4 last=1x1 groups=1 constants=8 shared >>4 clamp=-128..127 -> bank0[4+1i+3j] activation
              13 302..302 +11 output[0] END bank0[4+1i] columns=1
            """ + "\n");
    }
}

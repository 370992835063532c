namespace Bitloom.Conformance.Tests.Rtl;

/// <summary>The benches of integer_arithmetic, the epilogue lane and the divider.</summary>
public sealed class ArithmeticBenchTests(RtlLibrary rtl) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<EpilogueWidths> Lanes => new()
    {
        new EpilogueWidths(
            Aw: 8, Acc: 22, Mw: 16, Nw: 16, Ow: 42, Sw: 44, SMinimum: 24, SMaximum: 24, KMinimum: 6, KMaximum: 6),
        new EpilogueWidths(
            Aw: 8, Acc: 25, Mw: 18, Nw: 18, Ow: 48, Sw: 48, SMinimum: 20, SMaximum: 38, KMinimum: 0, KMaximum: 12),
        new EpilogueWidths(
            Aw: 4, Acc: 14, Mw: 16, Nw: 16, Ow: 32, Sw: 34, SMinimum: 18, SMaximum: 21, KMinimum: 3, KMaximum: 4),
        new EpilogueWidths(
            Aw: 2, Acc: 6, Mw: 8, Nw: 8, Ow: 16, Sw: 18, SMinimum: 1, SMaximum: 12, KMinimum: 0, KMaximum: 0),
        new EpilogueWidths(
            Aw: 6, Acc: 10, Mw: 10, Nw: 10, Ow: 22, Sw: 22, SMinimum: 20, SMaximum: 20, KMinimum: 2, KMaximum: 2),
    };

    private string Vectors => Path.Combine(_folder.Path, "vectors.hex");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public async Task IntegerArithmetic_EqualsIntegers_ForEveryValue(int bits)
    {
        var run = await rtl.RunAsync("integer_arithmetic_tb", $"bits_g={bits}");

        run.ShouldPass();
    }

    [Theory]
    [MemberData(nameof(Lanes))]
    public async Task EpilogueLane_EqualsRequantize_AVectorACycle(EpilogueWidths widths)
    {
        BenchVectors.WriteEpilogue(Vectors, widths, seed: 1, count: 2000);

        var run = await rtl.RunAsync("epilogue_lane_tb", $"{widths.Generics} vectors_file_g={Vectors}");

        run.ShouldPass();
        run.Checked.ShouldBe(2000);
    }

    [Theory]
    [InlineData(8, 8, 6, 8, 0)]
    [InlineData(8, 8, 24, 8, 10)]
    [InlineData(4, 12, 12, 6, 3)]
    [InlineData(2, 8, 1, 2, 1)]
    public async Task EpilogueLane_EqualsProbability_AsTheSoftmaxUsesIt(
        int bits, int exponentialBits, int keys, int elementBits, int preshift)
    {
        var s = BenchVectors.ReciprocalShift(exponentialBits, keys) + preshift;
        var widths = new EpilogueWidths(
            Aw: elementBits, Acc: s + bits - exponentialBits + 2, Mw: exponentialBits + 1, Nw: 16, Ow: s + 1,
            Sw: s + bits + 2, SMinimum: s, SMaximum: s, KMinimum: 0, KMaximum: 0);
        BenchVectors.WriteProbabilities(Vectors, bits, exponentialBits, keys, preshift, seed: 2, count: 1000);

        var run = await rtl.RunAsync("epilogue_lane_tb", $"{widths.Generics} vectors_file_g={Vectors}");

        run.ShouldPass();
        run.Checked.ShouldBe(1000);
    }

    [Theory]
    [InlineData(8, 8, 6, 8)]
    [InlineData(8, 12, 24, 8)]
    [InlineData(4, 8, 12, 6)]
    [InlineData(2, 8, 1, 8)]
    [InlineData(2, 2, 3, 2)]
    public async Task ReciprocalDivider_EqualsReciprocal_BackToBackAndPaused(
        int bits, int exponentialBits, int keys, int elementBits)
    {
        var k = BenchVectors.ReciprocalShift(exponentialBits, keys);
        var quotientBits = bits + k - exponentialBits + 1;
        var sumBits = Ir.IntegerArithmetic.UnsignedBits(keys * ((1L << exponentialBits) - 1));
        BenchVectors.WriteReciprocals(Vectors, bits, exponentialBits, keys, seed: 3, count: 200);

        var run = await rtl.RunAsync(
            "reciprocal_divider_tb",
            $"numerator_bits_g={elementBits + k} divisor_bits_g={sumBits} quotient_bits_g={quotientBits} "
            + $"vectors_file_g={Vectors}");

        run.ShouldPass();
        run.Checked.ShouldBe(202);
    }
}

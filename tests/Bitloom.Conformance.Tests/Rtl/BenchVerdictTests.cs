namespace Bitloom.Conformance.Tests.Rtl;

/// <summary>
/// That the benches can fail: each with one wrong expectation, and each on an RTL with one fault.
/// </summary>
public sealed class BenchVerdictTests(RtlLibrary rtl) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Benches => [.. RtlLibrary.Benches];

    public static TheoryData<string> Mutants => [.. RtlMutant.All.Select(mutant => mutant.Name)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Benches))]
    public async Task Bench_Fails_WhenOneExpectationIsWrong(string bench)
    {
        var generics = $"{SmallestRun(bench)} corrupt_g=true";

        var run = await rtl.RunAsync(bench, generics);

        run.ShouldMismatch();
        run.Text.ShouldContain("mismatch in check 3:");
    }

    [Theory]
    [MemberData(nameof(Mutants))]
    public async Task Bench_Fails_OnAFaultInTheRtl(string name)
    {
        var mutant = RtlMutant.All.Single(mutant => string.Equals(mutant.Name, name, StringComparison.Ordinal));

        var run = await rtl.RunMutantAsync(mutant.Bench, SmallestRun(mutant.Bench), mutant.File, mutant.Text);

        run.ShouldMismatch();
    }

    private string SmallestRun(string bench)
    {
        var vectors = Path.Combine(_folder.Path, "vectors.hex");
        if (string.Equals(bench, "epilogue_lane_tb", StringComparison.Ordinal))
        {
            var widths = new EpilogueWidths(8, 22, 16, 16, 42, 44, 22, 24, 4, 6);
            BenchVectors.WriteEpilogue(vectors, widths, seed: 9, count: 300);
            return $"{widths.Generics} vectors_file_g={vectors}";
        }
        if (string.Equals(bench, "reciprocal_divider_tb", StringComparison.Ordinal))
        {
            BenchVectors.WriteReciprocals(vectors, bits: 8, exponentialBits: 8, keys: 6, seed: 9, count: 50);
            return $"numerator_bits_g=20 divisor_bits_g=11 quotient_bits_g=13 vectors_file_g={vectors}";
        }
        if (string.Equals(bench, "rom_1r_tb", StringComparison.Ordinal))
        {
            BenchVectors.WriteMemory(vectors, width: 8, words: 5, seed: 9);
            return $"width_g=8 depth_g=5 file_g={vectors}";
        }
        if (string.Equals(bench, "ram_1r1w_tb", StringComparison.Ordinal))
        {
            BenchVectors.WriteMemory(vectors, width: 8, words: 5, seed: 9);
            return $"seed_g=9 file_g={vectors}";
        }
        return string.Equals(bench, "integer_arithmetic_tb", StringComparison.Ordinal) ? "bits_g=3" : "seed_g=9";
    }
}

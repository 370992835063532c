namespace Bitloom.Conformance.Tests.Rtl;

/// <summary>The benches of the primitives' VHDL view.</summary>
public sealed class PrimitiveBenchTests(RtlLibrary rtl)
{
    [Theory]
    [InlineData("a_bits_g=25 b_bits_g=18")]
    [InlineData("a_bits_g=9 b_bits_g=16")]
    [InlineData("a_bits_g=2 b_bits_g=3")]
    public async Task Multiply_EqualsRealNumbers(string generics)
    {
        var run = await rtl.RunAsync("multiply_tb", generics);

        run.ShouldPass();
    }

    [Theory]
    [InlineData("a_bits_g=9 b_bits_g=8 p_bits_g=24")]
    [InlineData("a_bits_g=9 b_bits_g=8 p_bits_g=14")]
    [InlineData("a_bits_g=3 b_bits_g=2 p_bits_g=5")]
    public async Task MultiplyAccumulate_EqualsRealNumbers_WithPausesInSums(string generics)
    {
        var run = await rtl.RunAsync("multiply_accumulate_tb", generics);

        run.ShouldPass();
    }

    [Theory]
    [InlineData(8, 5, 5)]
    [InlineData(49, 3, 3)]
    [InlineData(72, 33, 33)]
    [InlineData(1, 2, 2)]
    [InlineData(13, 9, 4)]
    public async Task Rom_ReadsItsFile_AndZerosBeyondIt(int width, int depth, int lines)
    {
        using var folder = new TemporaryFolder();
        var contents = Path.Combine(folder.Path, "contents.hex");
        BenchVectors.WriteMemory(contents, width, lines, seed: width);

        var run = await rtl.RunAsync("rom_1r_tb", $"width_g={width} depth_g={depth} file_g={contents}");

        run.ShouldPass();
    }

    [Theory]
    [InlineData(8, 5, 3, 5)]
    [InlineData(36, 33, 6, 20)]
    public async Task Ram_StartsWithItsFile_AndZerosBeyondIt(int width, int depth, int addressBits, int lines)
    {
        using var folder = new TemporaryFolder();
        var contents = Path.Combine(folder.Path, "contents.hex");
        BenchVectors.WriteMemory(contents, width, lines, seed: width);

        var run = await rtl.RunAsync(
            "ram_1r1w_tb", $"width_g={width} depth_g={depth} address_bits_g={addressBits} file_g={contents}");

        run.ShouldPass();
    }

    [Theory]
    [InlineData("width_g=8 depth_g=5 address_bits_g=3")]
    [InlineData("width_g=72 depth_g=33 address_bits_g=6")]
    [InlineData("width_g=2 depth_g=2 address_bits_g=1")]
    public async Task Ram_GivesTheOldWord_WhenItIsWritten(string generics)
    {
        var run = await rtl.RunAsync("ram_1r1w_tb", generics);

        run.ShouldPass();
    }
}

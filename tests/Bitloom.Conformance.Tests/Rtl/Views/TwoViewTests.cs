namespace Bitloom.Conformance.Tests.Rtl.Views;

/// <summary>
/// The VHDL view of a primitive in GHDL and its Verilog view in Icarus Verilog show the same output in every cycle.
/// Addresses stay below the depth: there alone the views promise the same.
/// </summary>
public sealed class TwoViewTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(25, 18, "dsp")]
    [InlineData(9, 16, "dsp")]
    [InlineData(2, 3, "dsp")]
    [InlineData(9, 13, "lut")]
    [InlineData(10, 5, "lut")]
    [InlineData(2, 3, "lut")]
    [InlineData(4, 1, "lut")]
    public async Task Multiply_IsTheSame_InBothViews(int a, int b, string kind)
    {
        var primitive = Primitive.Multiply(a, b, kind);

        var (vhdl, verilog) = await PlayAsync(primitive, Stimuli.Of(primitive, seed: a));

        verilog.ShouldBe(vhdl);
    }

    [Theory]
    [InlineData(9, 8, 24, "dsp")]
    [InlineData(9, 8, 14, "dsp")]
    [InlineData(5, 4, 9, "dsp")]
    [InlineData(9, 8, 24, "lut")]
    [InlineData(9, 8, 14, "lut")]
    [InlineData(6, 5, 9, "lut")]
    [InlineData(3, 2, 8, "lut")]
    [InlineData(8, 7, 20, "lut")]
    public async Task MultiplyAccumulate_IsTheSame_InBothViews(int a, int b, int p, string kind)
    {
        var primitive = Primitive.MultiplyAccumulate(a, b, p, kind);

        var (vhdl, verilog) = await PlayAsync(primitive, Stimuli.Of(primitive, seed: p));

        verilog.ShouldBe(vhdl);
    }

    [Theory]
    [InlineData(9, 8, 16, 21, "outside")]
    [InlineData(7, 6, 12, 10, "outside")]
    [InlineData(5, 4, 20, 14, "inside")]
    [InlineData(7, 6, 18, 18, "inside")]
    public async Task Pair_IsTheSame_InBothViews(int a, int b, int shift, int p, string kind)
    {
        var primitive = Primitive.Pair(a, b, shift, p, kind);

        var (vhdl, verilog) = await PlayAsync(primitive, Stimuli.Of(primitive, seed: p));

        verilog.ShouldBe(vhdl);
    }

    [Theory]
    [InlineData(8, 5, 3, "block")]
    [InlineData(48, 37, 6, "auto")]
    [InlineData(75, 3, 2, "distributed")]
    [InlineData(1, 2, 1, "block")]
    public async Task Rom_IsTheSame_InBothViews(int width, int depth, int addressBits, string kind)
    {
        var contents = Path.Combine(_folder.Path, "contents.hex");
        BenchVectors.WriteMemory(contents, width, depth, seed: width);
        var primitive = Primitive.Rom(width, depth, addressBits, kind, contents);

        var (vhdl, verilog) = await PlayAsync(primitive, Stimuli.Of(primitive, seed: width, depth));

        verilog.ShouldBe(vhdl);
        vhdl.Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThan(1);
    }

    [Theory]
    [InlineData(8, 5, 3, "block")]
    [InlineData(36, 4, 2, "auto")]
    [InlineData(75, 19, 5, "block")]
    [InlineData(40, 3, 2, "distributed")]
    [InlineData(2, 2, 1, "auto")]
    public async Task Ram_IsTheSame_InBothViews(int width, int depth, int addressBits, string kind)
    {
        var primitive = Primitive.Ram(width, depth, addressBits, kind);

        var (vhdl, verilog) = await PlayAsync(primitive, Stimuli.Of(primitive, seed: width, depth));

        verilog.ShouldBe(vhdl);
        vhdl.Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThan(1);
    }

    [Theory]
    [InlineData(8, 5, 3, "block")]
    [InlineData(36, 37, 6, "auto")]
    [InlineData(33, 3, 2, "distributed")]
    public async Task Ram_StartsWithTheSameContents_InBothViews(int width, int depth, int addressBits, string kind)
    {
        var contents = Path.Combine(_folder.Path, "contents.hex");
        BenchVectors.WriteMemory(contents, width, depth, seed: width);
        var primitive = Primitive.Ram(width, depth, addressBits, kind, contents);

        var (vhdl, verilog) = await PlayAsync(primitive, Stimuli.Of(primitive, seed: width, depth));

        verilog.ShouldBe(vhdl);
        File.ReadAllLines(contents).ShouldContain(vhdl[0].ToLowerInvariant());
    }

    [Fact]
    public async Task Views_Differ_WhenOneOfThemHasAFault()
    {
        var primitive = Primitive.Ram(40, 5, 3, "block");

        var (vhdl, verilog) = await PlayAsync(
            primitive,
            Stimuli.Of(primitive, seed: 1, depth: 5),
            (_, text) => text.Replace("(width_g + 35) / 36", "(width_g + 4) / 36", StringComparison.Ordinal));

        verilog.ShouldNotBe(vhdl);
    }

    private Task<(string[] Vhdl, string[] Verilog)> PlayAsync(
        Primitive primitive, string[] stimuli, Func<string, string, string>? change = null) =>
        new ViewComparison(_folder.Path).PlayAsync(primitive, stimuli, change);
}

using Bitloom.Hdl;
using Bitloom.Toolchain;

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
    [InlineData(25, 18)]
    [InlineData(9, 16)]
    [InlineData(2, 3)]
    public async Task Multiply_IsTheSame_InBothViews(int a, int b)
    {
        var primitive = Primitive.Multiply(a, b);

        var (vhdl, verilog) = await PlayAsync(primitive, Stimuli.Of(primitive, seed: a));

        verilog.ShouldBe(vhdl);
    }

    [Theory]
    [InlineData(9, 8, 24)]
    [InlineData(9, 8, 14)]
    [InlineData(5, 4, 9)]
    public async Task MultiplyAccumulate_IsTheSame_InBothViews(int a, int b, int p)
    {
        var primitive = Primitive.MultiplyAccumulate(a, b, p);

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
            text => text.Replace("(width_g + 35) / 36", "(width_g + 4) / 36", StringComparison.Ordinal));

        verilog.ShouldNotBe(vhdl);
    }

    private async Task<(string[] Vhdl, string[] Verilog)> PlayAsync(
        Primitive primitive, string[] stimuli, Func<string, string>? change = null)
    {
        var vhdl = await PlayVhdlAsync(primitive, stimuli);
        var verilog = await PlayVerilogAsync(primitive, stimuli, change ?? (text => text));
        vhdl.Length.ShouldBe(stimuli.Length);
        return (vhdl, verilog);
    }

    private async Task<string[]> PlayVhdlAsync(Primitive primitive, string[] stimuli)
    {
        var folder = Prepare("vhdl", stimuli);
        Write(folder, "memory_contents.vhd", RtlSources.Read("primitives/memory_contents.vhd"));
        Write(folder, "primitive.vhd", RtlSources.Read($"primitives/{primitive.Name}.vhd"));
        Write(folder, "view_tb.vhd", ViewBench.Vhdl(primitive));
        var ghdl = new Ghdl(folder);
        string[] files = ["memory_contents.vhd", "primitive.vhd", "view_tb.vhd"];
        ShouldSucceed(await ghdl.AnalyzeAsync(files.Select(file => Path.Combine(folder, file))));
        ShouldSucceed(await ghdl.ElaborateAsync(ViewBench.Top));
        ShouldSucceed(await ghdl.RunAsync(ViewBench.Top));
        return Outputs(folder);
    }

    private async Task<string[]> PlayVerilogAsync(Primitive primitive, string[] stimuli, Func<string, string> change)
    {
        var folder = Prepare("verilog", stimuli);
        Write(folder, "primitive.v", change(RtlSources.Read($"primitives/{primitive.Name}.v")));
        Write(folder, "view_tb.v", ViewBench.Verilog(primitive));
        ShouldSucceed(await RunAsync(
            folder, "iverilog", "-g2012", "-s", ViewBench.Top, "-o", "view_tb", "view_tb.v", "primitive.v"));
        ShouldSucceed(await RunAsync(folder, "vvp", "-n", "view_tb"));
        return Outputs(folder);
    }

    private static Task<ProcessResult> RunAsync(string folder, string program, params string[] arguments) =>
        ProcessRunner.RunAsync(
            new(program, [.. arguments]) { WorkingFolder = folder }, TestContext.Current.CancellationToken);

    private static void ShouldSucceed(ProcessResult result) =>
        result.Ok.ShouldBeTrue($"{result.CommandLine}: {result.Outcome}\n{string.Join('\n', result.LastLines)}");

    private string Prepare(string name, string[] stimuli)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Path, name)).FullName;
        File.WriteAllLines(Path.Combine(folder, "stimuli.hex"), stimuli);
        return folder;
    }

    private static void Write(string folder, string name, string text) =>
        File.WriteAllText(Path.Combine(folder, name), text);

    private static string[] Outputs(string folder) =>
        [.. File.ReadAllLines(Path.Combine(folder, "outputs.hex")).Select(line => line.ToUpperInvariant())];
}

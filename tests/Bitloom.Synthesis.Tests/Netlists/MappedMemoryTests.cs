using Bitloom.Conformance.Tests.Rtl.Views;
using Bitloom.Hdl;
using Bitloom.Toolchain;

namespace Bitloom.Synthesis.Tests.Netlists;

/// <summary>
/// The memory primitives as Yosys maps them, with the models of the cells, show in every cycle what their Verilog view
/// shows, which is what their VHDL view shows (TwoViewTests). This is what the models of block RAMs rest on.
/// </summary>
public sealed class MappedMemoryTests : IDisposable
{
    private const int Cycles = 1500;
    private readonly string folder = Directory.CreateTempSubdirectory("bitloom-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("xc7", 75, 40, 6, "block", "RAMB18E1")]
    [InlineData("xc7", 36, 600, 10, "block", "RAMB36E1")]
    [InlineData("xc7", 8, 700, 10, "block", "RAMB18E1")]
    [InlineData("xc7", 3, 5000, 13, "block", "RAMB36E1")]
    [InlineData("xc7", 10, 60, 6, "distributed", "RAM64M")]
    [InlineData("ice40", 40, 300, 9, "block", "SB_RAM40_4K")]
    [InlineData("ice40", 3, 900, 10, "block", "SB_RAM40_4K")]
    [InlineData("ice40", 9, 6, 3, "distributed", "SB_DFFE")]
    public async Task Ram_IsTheSame_AsCells(
        string family, int width, int depth, int addressBits, string kind, string cell)
    {
        var primitive = Primitive.Ram(width, depth, addressBits, kind);

        await ShouldBeTheSameAsync(primitive, depth, FamilyOf(family), cell);
    }

    [Theory]
    [InlineData("xc7", 48, 700, 10, "block", "RAMB18E1")]
    [InlineData("xc7", 9, 1500, 11, "block", "RAMB18E1")]
    [InlineData("xc7", 1, 12000, 14, "block", "RAMB18E1")]
    [InlineData("xc7", 11, 100, 7, "distributed", "LUT6")]
    [InlineData("ice40", 91, 30, 5, "block", "SB_RAM40_4K")]
    [InlineData("ice40", 2, 1900, 11, "block", "SB_RAM40_4K")]
    [InlineData("ice40", 11, 100, 7, "distributed", "SB_LUT4")]
    public async Task Rom_IsTheSame_AsCells(
        string family, int width, int depth, int addressBits, string kind, string cell)
    {
        var random = new Random(width);
        var contents = Path.Combine(folder, "contents.hex");
        File.WriteAllLines(contents, Enumerable.Range(0, depth).Select(_ => Word(random, width)));

        await ShouldBeTheSameAsync(
            Primitive.Rom(width, depth, addressBits, kind, contents), depth, FamilyOf(family), cell);
    }

    private async Task ShouldBeTheSameAsync(Primitive primitive, int depth, CellFamily family, string cell)
    {
        File.WriteAllLines(Path.Combine(folder, "stimuli.hex"), Stimuli.Of(primitive, depth, depth, Cycles));
        Write("primitive.v", RtlSources.Read($"primitives/{primitive.Name}.v"));
        var view = await PlayAsync(primitive, [], ["primitive.v"]);

        var cells = await MapAsync(primitive, family);
        var mapped = await PlayAsync(
            primitive with { Name = "mapped", Parameters = [] },
            [.. family.ModelDefines.Select(define => $"-D{define}")],
            ["mapped_netlist.v", "models.v", .. RtlSources.CellModels.Select(name => Path.GetFileName(name))]);

        cells[cell].ShouldBeGreaterThan(0);
        mapped.ShouldBe(view);
        view.Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThan(1);
    }

    private async Task<CellCounts> MapAsync(Primitive primitive, CellFamily family)
    {
        Write("mapped.v", Top(primitive));
        string[] files = [Path.Combine(folder, "primitive.v"), Path.Combine(folder, "mapped.v")];
        var yosys = new Yosys(folder);
        var mapped = await yosys.SynthesizeAsync(
            new SynthesisRequest("mapped", [.. files], family), null, TestContext.Current.CancellationToken);
        mapped.Cells.Diagnostics.ShouldBeEmpty();
        var models = await yosys.FindModelsAsync(family, TestContext.Current.CancellationToken);
        var own = RtlSources.CellModels.ToDictionary(name => Path.GetFileName(name), RtlSources.Read);
        foreach (var (name, text) in own)
            Write(name, text);
        Write("models.v", BlackBoxes.Remove(
            File.ReadAllText(models.Value!), own.Keys.Select(name => Path.GetFileNameWithoutExtension(name))));
        return mapped.Cells.Value!;
    }

    // The primitive with its parameters fixed, as Yosys has no way to set them on a top.
    private static string Top(Primitive primitive)
    {
        var ports = primitive.Inputs.Select(port => $"input [{port.Bits - 1}:0] {port.Name}");
        var parameters = primitive.Parameters.Select(
            item => $".{item.Name}({(item.Value is string text ? $"\"{text}\"" : item.Value)})");
        var connections = primitive.Inputs.Append(primitive.Output).Select(port => $".{port.Name}({port.Name})");
        return $"""
            module mapped(input clk, {string.Join(", ", ports)},
              output [{primitive.Output.Bits - 1}:0] {primitive.Output.Name});
              {primitive.Name} #({string.Join(", ", parameters)}) memory (.clk(clk), {string.Join(", ", connections)});
            endmodule

            """;
    }

    private async Task<string[]> PlayAsync(Primitive primitive, string[] options, string[] sources)
    {
        Write("view_tb.v", ViewBench.Verilog(primitive));
        await ShouldRunAsync(
            "iverilog",
            ["-g2012", .. options, "-s", ViewBench.Top, "-o", "view_tb", "view_tb.v", .. sources]);
        await ShouldRunAsync("vvp", ["-n", "view_tb"]);
        return File.ReadAllLines(Path.Combine(folder, "outputs.hex"));
    }

    private async Task ShouldRunAsync(string program, string[] arguments)
    {
        var run = await ProcessRunner.RunAsync(
            new(program, [.. arguments]) { WorkingFolder = folder }, TestContext.Current.CancellationToken);
        run.Ok.ShouldBeTrue($"{run.CommandLine}\n{string.Join('\n', run.LastLines)}");
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);

    private static CellFamily FamilyOf(string name) =>
        new[] { CellFamily.SevenSeries, CellFamily.Ice40 }.Single(family => family.Name == name);

    private static string Word(Random random, int width) => string.Concat(
        Enumerable.Range(0, (width + 3) / 4).Select(
            digit => random.Next(1 << (digit == 0 ? (width - 1) % 4 + 1 : 4)).ToString("x")));
}

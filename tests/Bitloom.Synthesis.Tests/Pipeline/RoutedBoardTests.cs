using Bitloom.Engine;
using Bitloom.Hdl;
using Bitloom.Pipeline;
using Bitloom.Projects;

namespace Bitloom.Synthesis.Tests.Pipeline;

/// <summary>A small accelerator with its serial line, routed and packed, through the stage that the main job runs.</summary>
public sealed class RoutedBoardTests : IDisposable
{
    // Of every bitstream of the family, behind its comment.
    private static readonly byte[] Preamble = [0x7E, 0xAA, 0x99, 0x7E];

    private readonly string folder = Directory.CreateTempSubdirectory("bitloom-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Board_IsRoutedAndPacked_AtTheClockOfTheProject()
    {
        var project = ReadProject("engine: {device: ice40up5k}");
        var board = await TranslateAsync();

        var routed = await RouteStage.RouteAsync(
            project, board, BuildTools.Installed, new SilentProgress(), TestContext.Current.CancellationToken);

        routed.Diagnostics.ShouldBeEmpty();
        var model = routed.Value.ShouldNotBeNull();
        (model.ClockMegahertz, model.ReachesClock).ShouldBe((24, true));
        model.Design.Used["ICESTORM_LC"].ShouldBeInRange(1000, 5280);
        model.Design.Used["ICESTORM_PLL"].ShouldBe(1);
        model.Design.Used["ICESTORM_RAM"].ShouldBeGreaterThan(0);
        var bitstream = await File.ReadAllBytesAsync(
            Path.Combine(folder, "ice40_board.bin"), TestContext.Current.CancellationToken);
        bitstream.LongLength.ShouldBe(model.BitstreamBytes);
        bitstream.AsSpan().IndexOf(Preamble).ShouldBeInRange(0, 64);
    }

    [Fact]
    public async Task Board_WithAClockThatIsTooFast_HasNoBitstream()
    {
        var project = ReadProject(
            "engine: {device: ice40up5k, clock: 48}\nboard: {clock: internal, attempts: 1, baud: 1000000}");
        var board = await TranslateAsync();

        var routed = await RouteStage.RouteAsync(
            project, board, BuildTools.Installed, new SilentProgress(), TestContext.Current.CancellationToken);

        var model = routed.Value.ShouldNotBeNull();
        (model.ClockMegahertz, model.ReachesClock, model.BitstreamBytes).ShouldBe((48, false, 0));
        (model.Design.Used["ICESTORM_PLL"], model.Design.Used["ICESTORM_HFOSC"]).ShouldBe((0, 1));
        File.Exists(Path.Combine(folder, "ice40_board.bin")).ShouldBeFalse();
    }

    private async Task<TranslatedBoard> TranslateAsync()
    {
        var graph = RandomGraphs.Create(33, new RandomGraphOptions
        {
            Window = 3,
            Features = 2,
            Heads = 1,
            HeadDimension = 2,
            HiddenDimension = 4,
            Layers = 1,
            Outputs = 1,
            MinimumBits = 4,
            MaximumBits = 4,
            Residuals = true,
            MultiplierBits = 16,
            ExponentialBits = 8,
        });
        var program = EngineCompiler.Compile(graph, EngineOptions.Pinned(new(1, 1, 1))).Value!;
        var board = new BoardProject(HdlProject.Write(folder, program, new MemoryKinds()), 208).Write();
        var verilog = new VerilogTranslation(
            board.Hardware, top: BoardProject.Top, sources: BoardProject.SynthesisFiles);
        (await verilog.RunAsync(TestContext.Current.CancellationToken)).ShouldBeNull();
        return new TranslatedBoard(board, verilog);
    }

    private Project ReadProject(string sections)
    {
        var path = Path.Combine(folder, ProjectReader.FileName);
        File.WriteAllText(path, $"data: {{file: a.csv, features: [x], targets: [x]}}\n{sections}\n");
        var project = ProjectReader.Read(path);
        project.Diagnostics.ShouldBeEmpty();
        return project.Value!;
    }
}

using System.Runtime.CompilerServices;
using Bitloom.Engine;
using Bitloom.Hdl;
using Bitloom.Toolchain;

namespace Bitloom.Conformance.Tests.Vivado;

/// <summary>The hardware folder of a small model with what is written for Vivado.</summary>
internal sealed class VivadoExport : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public VivadoExport(bool loadPort = false, string part = "xc7s15ftgb196-1", int bits = 6)
    {
        var graph = RandomGraphs.Create(5, new RandomGraphOptions
        {
            Window = 4,
            Features = 2,
            Heads = 1,
            HeadDimension = 3,
            HiddenDimension = 4,
            Layers = 1,
            Outputs = 2,
            MinimumBits = bits,
            MaximumBits = bits,
        });
        Program = EngineCompiler.Compile(graph, EngineOptions.Pinned(new(4, 2, 1))).Value!;
        var plan = MemoryPlanner.Plan(Program.Parameters, new(), new(MemoryFamily.SevenSeries, 2, 2400), loadPort);
        VivadoProject.Write(HdlProject.Write(folder.Path, Program, plan, loadPort), part, clock: 100_000);
    }

    public EngineProgram Program { get; }

    public string PathOf(string name) => Path.Combine(folder.Path, name);

    /// <summary>Runs a script in tclsh, every command of Vivado being checked.</summary>
    public Task<ProcessResult> TclAsync(string script, params string[] arguments) => ProcessRunner.RunAsync(
        new("tclsh", [Commands(), PathOf(script), .. arguments]) { WorkingFolder = folder.Path },
        TestContext.Current.CancellationToken);

    /// <summary>The bench of the wrapper in GHDL.</summary>
    public async Task<ProcessResult> SimulateAsync()
    {
        var ghdl = new Ghdl(folder.Path);
        File.WriteAllText(PathOf("rtl/test/accelerator_axi_tb.vhd"), RtlSources.Read("test/accelerator_axi_tb.vhd"));
        var cancellation = TestContext.Current.CancellationToken;
        var analysis = await ghdl.AnalyzeAsync(
            [.. HdlProject.SimulationFiles, VivadoProject.Wrapper, "rtl/test/accelerator_axi_tb.vhd"], cancellation);
        analysis.Ok.ShouldBeTrue(string.Join('\n', analysis.LastLines));
        var elaboration = await ghdl.ElaborateAsync("accelerator_axi_tb", cancellation);
        elaboration.Ok.ShouldBeTrue(string.Join('\n', elaboration.LastLines));
        var signed = !Program.Instructions[^1].Fields.AUnsigned;
        return await ghdl.RunAsync(
            "accelerator_axi_tb",
            new GhdlRun
            {
                Generics = new SortedDictionary<string, string>(StringComparer.Ordinal)
                {
                    ["outputs_g"] = $"{Program.Outputs}",
                    ["signed_g"] = signed ? "true" : "false",
                },
            },
            cancellation);
    }

    public void Dispose() => folder.Dispose();

    private static string Commands([CallerFilePath] string path = "") =>
        Path.Combine(Path.GetDirectoryName(path)!, "vivado.tcl");
}

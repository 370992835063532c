using Bitloom.Diagnostics;
using Bitloom.Hdl;
using Bitloom.Toolchain;

namespace Bitloom.Pipeline;

/// <summary>
/// The engine's VHDL as one Verilog file beside the primitives' Verilog view: what Verilator and Yosys read.
/// </summary>
public sealed class VerilogTranslation(HdlProject project, ExternalTool? tool = null)
{
    /// <summary>The top's name.</summary>
    public const string Top = "accelerator";

    private const string WorkFolder = "translation";

    /// <summary>The Verilog files, primitives first.</summary>
    public IReadOnlyList<string> Files =>
        [.. HdlProject.PrimitiveFiles.Select(name => Path.Combine(project.Directory, name)), TopFile];

    private string TopFile => Path.Combine(project.Directory, $"{Top}.v");

    /// <summary>Translates; null when that went well.</summary>
    public async Task<Diagnostic?> RunAsync(CancellationToken cancellation = default)
    {
        var ghdl = new Ghdl(Path.Combine(project.Directory, WorkFolder), tool);
        // Not by their full names, which would make a translation, and a simulator of it, for each output folder.
        var files = HdlProject.SynthesisFiles.Select(name => Path.Combine("..", name));
        var analysis = await ghdl.AnalyzeAsync(files, cancellation);
        if (ToolFault.Of(ghdl.Tool, analysis) is { } fault)
            return fault;
        var raw = Path.Combine(project.Directory, WorkFolder, $"{Top}.v");
        var translation = await ghdl.SynthesizeAsync(Top, raw, cancellation: cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (ToolFault.Of(ghdl.Tool, translation) is { } failure)
            return failure;
        var verilog = File.Exists(raw) ? await File.ReadAllTextAsync(raw, cancellation) : "";
        if (!IsWhole(verilog))
            return ToolFault.WithoutResult(ghdl.Tool, translation, $"the module {Top} in Verilog");
        AtomicFile.Write(TopFile, BlackBoxes.Remove(verilog));
        return null;
    }

    private static bool IsWhole(string verilog) =>
        verilog.Contains($"module {Top}", StringComparison.Ordinal)
        && verilog.TrimEnd().EndsWith("endmodule", StringComparison.Ordinal);
}

using System.Collections.Immutable;
using Bitloom.Diagnostics;
using Bitloom.Hdl;
using Bitloom.Toolchain;

namespace Bitloom.Pipeline;

/// <summary>
/// The engine's VHDL as one Verilog file beside the primitives' Verilog view: what Verilator and Yosys read.
/// </summary>
/// <param name="top">The top's name; null: <see cref="Top"/>.</param>
/// <param name="sources">VHDL files in order, relative to the project's folder; null: those of the accelerator.</param>
public sealed class VerilogTranslation(
    HdlProject project, ExternalTool? tool = null, string? top = null, IEnumerable<string>? sources = null)
{
    /// <summary>The top's name.</summary>
    public const string Top = "accelerator";

    private readonly string _top = top ?? Top;
    private readonly string[] _sources = [.. sources ?? HdlProject.SynthesisFiles];

    /// <summary>The Verilog files, primitives first.</summary>
    public IReadOnlyList<string> Files =>
        [.. HdlProject.PrimitiveFiles.Select(name => Path.Combine(project.Directory, name)), TopFile];

    /// <summary>What simulates the translation, which has been made.</summary>
    /// <param name="main">The C++ main, in the project's folder.</param>
    /// <param name="options">How the C++ is compiled; null: for many windows.</param>
    internal Verilator Simulator(
        string main, ExternalTool? verilator, string? cacheFolder, ImmutableArray<string>? options = null)
    {
        string[] files = [.. Files, Path.Combine(project.Directory, main)];
        return new(
            _top,
            files.ToImmutableSortedDictionary(file => Path.GetFileName(file), File.ReadAllText, StringComparer.Ordinal),
            project.Directory, verilator, cacheFolder, [.. options ?? Verilator.ManyWindows, Verilator.RefuseLoops]);
    }

    private string TopFile => Path.Combine(project.Directory, $"{_top}.v");

    private string WorkFolder => Path.Combine(project.Directory, _top == Top ? "translation" : $"translation-{_top}");

    /// <summary>Translates; null when that went well.</summary>
    public async Task<Diagnostic?> RunAsync(CancellationToken cancellation = default)
    {
        var ghdl = new Ghdl(WorkFolder, tool);
        // Not by their full names, which would make a translation, and a simulator of it, for each output folder.
        var files = _sources.Select(name => Path.Combine("..", name));
        var analysis = await ghdl.AnalyzeAsync(files, cancellation);
        if (ToolFault.Of(ghdl.Tool, analysis) is { } fault)
            return fault;
        var raw = Path.Combine(WorkFolder, $"{_top}.v");
        var translation = await ghdl.SynthesizeAsync(_top, raw, cancellation: cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (ToolFault.Of(ghdl.Tool, translation) is { } failure)
            return failure;
        var verilog = File.Exists(raw) ? await File.ReadAllTextAsync(raw, cancellation) : "";
        if (!IsWhole(verilog))
            return ToolFault.WithoutResult(ghdl.Tool, translation, $"the module {_top} in Verilog");
        AtomicFile.Write(TopFile, BlackBoxes.Remove(verilog));
        return null;
    }

    private bool IsWhole(string verilog) =>
        verilog.Contains($"module {_top}", StringComparison.Ordinal)
        && verilog.TrimEnd().EndsWith("endmodule", StringComparison.Ordinal);
}

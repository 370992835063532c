using System.Collections.Immutable;
using Bitloom.Diagnostics;
using Bitloom.Engine;

namespace Bitloom.Hdl;

/// <summary>
/// A folder from which the accelerator is simulated and synthesized: <c>rtl/</c> (the engine and the generated
/// package), <c>memory/</c> (contents), <c>vectors/</c> (what the bench plays). Tools run in the folder itself.
/// </summary>
public sealed record HdlProject(string Directory, EngineProgram Program)
{
    /// <summary>Writes the folder; files that exist are replaced.</summary>
    public static HdlProject Write(string directory, EngineProgram program, MemoryKinds kinds)
    {
        ArgumentNullException.ThrowIfNull(program);
        var project = new HdlProject(directory, program);
        RtlSources.WriteTo(Path.Combine(directory, "rtl"));
        project.WriteLines(
            $"rtl/{RtlSources.GeneratedPackage}", [AcceleratorConstants.Emit(program, kinds).TrimEnd('\n')]);
        foreach (var image in program.Images.All)
            project.WriteLines(AcceleratorConstants.MemoryFile(image.Memory), image.ToHexLines());
        return project;
    }

    /// <summary>VHDL files for simulation, in order, relative to the folder.</summary>
    public static IEnumerable<string> SimulationFiles =>
        InFolder(
        [
            .. RtlSources.Packages, RtlSources.GeneratedPackage, .. RtlSources.VhdlPrimitives, .. RtlSources.Engine,
            RtlSources.AcceleratorBench,
        ]);

    /// <summary>VHDL files for translation to Verilog: the primitives stay black boxes.</summary>
    public static IEnumerable<string> SynthesisFiles =>
        InFolder([.. RtlSources.Packages, RtlSources.GeneratedPackage, .. RtlSources.Engine]);

    /// <summary>The C++ bench for Verilator.</summary>
    public static string VerilatorMain => "rtl/" + RtlSources.VerilatorBench;

    /// <summary>The primitives in Verilog.</summary>
    public static IEnumerable<string> PrimitiveFiles => InFolder(RtlSources.VerilogPrimitives);

    /// <summary>
    /// Writes the vectors of one bench run: windows of raw input elements, and the outputs that the interpreter
    /// expects.
    /// </summary>
    /// <param name="name">Distinguishes runs: <c>vectors/NAME_input.hex</c>.</param>
    public VectorPaths WriteVectors(string name, IEnumerable<int> inputs, IEnumerable<int> expected)
    {
        var paths = new VectorPaths(
            $"vectors/{name}_input.hex", $"vectors/{name}_expected.hex", OutputFile(name));
        var bits = Program.Parameters.Widths.ActivationBits;
        WriteLines(paths.Input, VectorFile.Lines(inputs, bits));
        WriteLines(paths.Expected, VectorFile.Lines(expected, bits));
        File.Delete(Path.Combine(Directory, paths.Output));
        return paths;
    }

    /// <summary>The file, relative to the folder, to which a bench run writes what the accelerator put out.</summary>
    public static string OutputFile(string name) => $"vectors/{name}_output.hex";

    /// <summary>What the accelerator put out in a bench run, as far as it came.</summary>
    public ImmutableArray<int> ReadOutputs(VectorPaths paths)
    {
        var path = Path.Combine(Directory, paths.Output);
        if (!File.Exists(path))
            return [];
        var signed = !Program.Instructions[^1].Fields.AUnsigned;
        return VectorFile.Read(File.ReadLines(path), Program.Parameters.Widths.ActivationBits, signed);
    }

    private static IEnumerable<string> InFolder(IEnumerable<string> names) => names.Select(name => "rtl/" + name);

    // Every line ends with a newline: Verilator 5.006 reads 0 for a last word without one.
    private void WriteLines(string name, IEnumerable<string> lines) =>
        AtomicFile.Write(Path.Combine(Directory, name), string.Concat(lines.Select(line => line + "\n")));
}

/// <summary>Files of one bench run, relative to the project's folder.</summary>
/// <param name="Output">Written by the bench: what the accelerator put out.</param>
public sealed record VectorPaths(string Input, string Expected, string Output);

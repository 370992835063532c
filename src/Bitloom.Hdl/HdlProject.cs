using System.Collections.Immutable;
using Bitloom.Diagnostics;
using Bitloom.Engine;

namespace Bitloom.Hdl;

/// <summary>
/// A folder from which the accelerator is simulated and synthesized: <c>rtl/</c> (the engine and the generated
/// package), <c>memory/</c> (contents), <c>vectors/</c> (what the bench plays). Tools run in the folder itself.
/// </summary>
public sealed record HdlProject(string Directory, EngineProgram Program, MemoryPlan Memories, bool LoadPort = false)
{
    /// <summary>Writes the folder with every memory whole and of the kind asked for.</summary>
    /// <param name="loadPort">Whether programs can be loaded at run time; a load of this one is then written.</param>
    public static HdlProject Write(
        string directory, EngineProgram program, MemoryKinds kinds, bool loadPort = false)
    {
        ArgumentNullException.ThrowIfNull(program);
        return Write(directory, program, MemoryPlan.Whole(program.Parameters, kinds, loadPort), loadPort);
    }

    /// <summary>Writes the folder; files that exist are replaced.</summary>
    /// <param name="loadPort">Whether programs can be loaded at run time; a load of this one is then written.</param>
    public static HdlProject Write(
        string directory, EngineProgram program, MemoryPlan plan, bool loadPort = false)
    {
        ArgumentNullException.ThrowIfNull(program);
        var project = new HdlProject(directory, program, plan, loadPort);
        RtlSources.WriteTo(Path.Combine(directory, "rtl"));
        project.WriteLines(
            $"rtl/{RtlSources.GeneratedPackage}", [AcceleratorConstants.Emit(program, plan, loadPort).TrimEnd('\n')]);
        return project.Load(program);
    }

    /// <summary>The same engine with the contents of another program.</summary>
    /// <exception cref="ArgumentException">The program is for another engine.</exception>
    public HdlProject Load(EngineProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        if (program.Parameters != Program.Parameters)
            throw new ArgumentException("the program is for another engine", nameof(program));
        foreach (var image in program.Images.All)
            WriteContents(image);
        if (LoadPort)
            AtomicFile.Write(LoadPath, LoadImage.Of(program).AsSpan());
        else
            File.Delete(LoadPath);
        return this with { Program = program };
    }

    /// <summary>VHDL files for simulation, in order, relative to the folder.</summary>
    public static IEnumerable<string> SimulationFiles =>
        InFolder(
        [
            .. RtlSources.Packages, RtlSources.GeneratedPackage, .. RtlSources.VhdlPrimitives, .. RtlSources.Engine,
            RtlSources.LoadScript, RtlSources.AcceleratorBench,
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

    /// <summary>Writes the phases of one bench run; the path is relative to the folder.</summary>
    /// <param name="name">Distinguishes runs: <c>vectors/NAME_load.txt</c>.</param>
    public string WriteLoads(string name, IEnumerable<LoadPhase> phases)
    {
        var path = $"vectors/{name}_load.txt";
        WriteLines(path, phases.SelectMany(phase => phase.Lines()));
        return path;
    }

    private string LoadPath => Path.Combine(Directory, LoadImage.FileName);

    private static IEnumerable<string> InFolder(IEnumerable<string> names) => names.Select(name => "rtl/" + name);

    private void WriteContents(MemoryImage image)
    {
        foreach (var (file, contents) in AcceleratorConstants.PartFiles(image, Memories[image.Memory], LoadPort))
            WriteLines(file, contents.ToHexLines());
    }

    // Every line ends with a newline: Verilator 5.006 reads 0 for a last word without one.
    private void WriteLines(string name, IEnumerable<string> lines) =>
        AtomicFile.Write(Path.Combine(Directory, name), string.Concat(lines.Select(line => line + "\n")));
}

/// <summary>Files of one bench run, relative to the project's folder.</summary>
/// <param name="Output">Written by the bench: what the accelerator put out.</param>
public sealed record VectorPaths(string Input, string Expected, string Output);

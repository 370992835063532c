using System.Collections.Immutable;

namespace Bitloom.Toolchain;

/// <summary>
/// Verilator in one work folder: Verilog and a C++ main become one simulator program. Registers without a reset start
/// from random values, so that nothing can depend on them.
/// </summary>
public sealed class Verilator
{
    private const string ObjectFolder = "objects";
    private readonly string _folder;
    private readonly ExternalTool _tool;

    /// <summary>Works in <paramref name="folder"/>, which is made when it does not exist.</summary>
    public Verilator(string folder, ExternalTool? tool = null)
    {
        _folder = Path.GetFullPath(folder);
        _tool = tool ?? ExternalTools.Verilator;
    }

    /// <summary>The tool that is run.</summary>
    public ExternalTool Tool => _tool;

    /// <summary>The simulator that <see cref="BuildAsync"/> makes.</summary>
    public string SimulatorPath(string top) => Path.Combine(_folder, ObjectFolder, $"simulate-{top}");

    /// <summary>Builds the simulator. Log: verilate-TOP.log.</summary>
    /// <param name="verilogFiles">Verilog-2005, so that SystemVerilog's keywords are free.</param>
    /// <param name="main">The C++ program that drives V<paramref name="top"/>.</param>
    public Task<ProcessResult> BuildAsync(
        string top, IEnumerable<string> verilogFiles, string main, CancellationToken cancellation = default)
    {
        ImmutableArray<string> arguments =
        [
            "--default-language", "1364-2005", "--cc", "--exe", "--build", "-O3", "-CFLAGS", "-O2",
            "--x-assign", "unique", "--x-initial", "unique", "-Wno-fatal", "-Wno-lint", "-Wno-style",
            "--top-module", top, "-Mdir", ObjectFolder, "-o", $"simulate-{top}",
            Path.GetFullPath(main), .. verilogFiles.Select(Path.GetFullPath),
        ];
        return ProcessRunner.RunAsync(
            new(_tool.Executable, arguments)
            {
                WorkingFolder = _folder,
                LogPath = Path.Combine(_folder, $"verilate-{top}.log"),
            },
            cancellation);
    }

    /// <summary>Runs the simulator in <paramref name="folder"/>, where memory contents are looked for.</summary>
    public Task<ProcessResult> RunAsync(
        string top, string folder, IEnumerable<string> arguments, string logName, Action<string>? onLine = null,
        CancellationToken cancellation = default) =>
        ProcessRunner.RunAsync(
            new(SimulatorPath(top), [.. arguments])
            {
                WorkingFolder = folder,
                LogPath = Path.Combine(_folder, logName),
                OnLine = onLine,
            },
            cancellation);
}

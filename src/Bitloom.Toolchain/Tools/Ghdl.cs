using System.Collections.Immutable;

namespace Bitloom.Toolchain;

/// <summary>
/// GHDL on VHDL-2008 sources in one work folder, which holds the library and the logs. Each call is one process.
/// </summary>
public sealed class Ghdl
{
    private const string Standard = "--std=08";
    private readonly string _folder;
    private readonly ExternalTool _tool;

    /// <summary>Works in <paramref name="folder"/>, which is made when it does not exist.</summary>
    public Ghdl(string folder, ExternalTool? tool = null)
    {
        _folder = Path.GetFullPath(folder);
        _tool = tool ?? ExternalTools.Ghdl;
    }

    /// <summary>The tool that is run.</summary>
    public ExternalTool Tool => _tool;

    /// <summary>
    /// Analyzes the files in the order given: what is used comes before its user. Relative names start from the work
    /// folder; a translation names its sources as they are named here. Log: analyze.log.
    /// </summary>
    public Task<ProcessResult> AnalyzeAsync(IEnumerable<string> files, CancellationToken cancellation = default) =>
        RunToolAsync("analyze.log", ["-a", Standard, "--workdir=.", .. files], cancellation);

    /// <summary>Elaborates an analyzed entity. Log: elaborate-TOP.log.</summary>
    public Task<ProcessResult> ElaborateAsync(string top, CancellationToken cancellation = default) =>
        RunToolAsync($"elaborate-{top}.log", ["-e", Standard, "--workdir=.", top], cancellation);

    /// <summary>
    /// Runs an elaborated bench. Its exit code is the verdict: a report of severity error or worse fails it.
    /// Log: run-TOP.log, or the name given.
    /// </summary>
    public Task<ProcessResult> RunAsync(string top, GhdlRun? run = null, CancellationToken cancellation = default)
    {
        var options = run ?? new GhdlRun();
        return ProcessRunner.RunAsync(
            Request(options.LogName ?? $"run-{top}.log", RunArguments(top, options)) with
            {
                OnLine = options.OnLine,
                Timeout = options.Timeout ?? _tool.Timeout,
            },
            cancellation);
    }

    /// <summary>Synthesizes an analyzed entity to one Verilog file. Log: synthesize-TOP.log.</summary>
    public Task<ProcessResult> SynthesizeAsync(
        string top,
        string verilogPath,
        IReadOnlyDictionary<string, string>? generics = null,
        CancellationToken cancellation = default)
    {
        ImmutableArray<string> arguments =
            ["--synth", Standard, "--workdir=.", "--out=verilog", .. Generics(generics), top];
        var request = Request($"synthesize-{top}.log", arguments) with { OutputPath = Path.GetFullPath(verilogPath) };
        return ProcessRunner.RunAsync(request, cancellation);
    }

    // numeric_std warns of undefined values before the first reset; those at time 0 say nothing.
    private static ImmutableArray<string> RunArguments(string top, GhdlRun run) =>
    [
        "-r", Standard, "--workdir=.", top, "--assert-level=error", "--ieee-asserts=disable-at-0",
        .. Generics(run.Generics),
    ];

    private static IEnumerable<string> Generics(IReadOnlyDictionary<string, string>? generics) =>
        (generics ?? ImmutableSortedDictionary<string, string>.Empty)
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"-g{pair.Key}={pair.Value}");

    private Task<ProcessResult> RunToolAsync(
        string log, ImmutableArray<string> arguments, CancellationToken cancellation) =>
        ProcessRunner.RunAsync(Request(log, arguments), cancellation);

    private ProcessRequest Request(string log, ImmutableArray<string> arguments) =>
        new(_tool.Executable, arguments)
        {
            WorkingFolder = _folder,
            LogPath = Path.Combine(_folder, log),
            Timeout = _tool.Timeout,
        };
}

using System.Collections.Immutable;
using Bitloom.Data;
using Bitloom.Diagnostics;
using Bitloom.Projects;
using Bitloom.Toolchain;

namespace Bitloom.Pipeline;

/// <summary>What a build starts from: everything the user can get wrong has been looked at.</summary>
internal sealed record BuildInputs(
    Project Project, ITaskData Data, BuildTools Programs, ImmutableArray<ToolVersion> Tools, string OutputFolder,
    ImmutableArray<Diagnostic> Warnings)
{
    /// <summary>Threads that a training may use; they do not change its result.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Takes nothing over from the last build.</summary>
    public bool Fresh { get; init; }

    /// <summary>The finished stages in the output folder.</summary>
    public StageStore Stages => new(OutputFolder, Fresh);
}

/// <summary>What was found before the work; project and data are null where they cannot be used.</summary>
/// <param name="Outcome">How a build would end at once; verified when it would begin.</param>
internal sealed record PreflightFindings(
    Project? Project, ITaskData? Data, string? OutputFolder, ImmutableArray<ToolVersion> Tools, BuildOutcome Outcome,
    ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Reads the project and its data and looks for the tools, before anything takes time.</summary>
internal static class Preflight
{
    /// <summary>Folder of the results when none is named, inside the project's folder.</summary>
    public const string DefaultOutput = "out";

    /// <param name="use">What the command does with the project.</param>
    public static async Task<StageResult<BuildInputs>> RunAsync(
        BuildRequest request, BuildTools programs, CancellationToken cancellation, ToolUse use = ToolUse.Build)
    {
        var found = await LookAsync(request, programs, cancellation, use);
        if (found.Outcome != BuildOutcome.Verified)
            return StageResult.Stopped<BuildInputs>(found.Outcome, found.Diagnostics);
        return StageResult.Done(new BuildInputs(
            found.Project!, found.Data!, programs, found.Tools, found.OutputFolder!, found.Diagnostics)
        {
            Fresh = request.Fresh,
        });
    }

    /// <summary>Everything that can be seen, whatever is wrong with the rest.</summary>
    public static async Task<PreflightFindings> LookAsync(
        BuildRequest request, BuildTools programs, CancellationToken cancellation, ToolUse use = ToolUse.Build)
    {
        var project = ProjectReader.Read(request.ProjectPath, Overrides(request));
        var data = project.Ok ? TaskDataReader.Read(project.Value.Data) : null;
        var output = OutputOf(request, project.Value);
        var tools = await ProbeAsync(programs, project.Value, use, cancellation);
        Diagnostic[] missing = [.. Missing(tools)];
        Diagnostic[] told =
        [
            .. project.Diagnostics, .. data?.Diagnostics ?? [], .. OutputFolder.Check(output),
            .. project.Ok && use == ToolUse.Build ? DeviceSupport.Of(project.Value) : [],
        ];
        var outcome = told.Any(diagnostic => diagnostic.Severity == Severity.Error) ? BuildOutcome.UserFault
            : missing.Length > 0 ? BuildOutcome.ToolFailed
            : BuildOutcome.Verified;
        return new(project.Value, data?.Value, output, tools, outcome, [.. told, .. missing]);
    }

    /// <summary>The versions of the external programs that a command needs, installed or not.</summary>
    /// <param name="project">Null: one that cannot be read.</param>
    public static async Task<ImmutableArray<ToolVersion>> ProbeAsync(
        BuildTools programs, Project? project, ToolUse use, CancellationToken cancellation)
    {
        var tools = await ToolVersions.ProbeAsync(ToolsOf(programs, project, use), cancellation);
        cancellation.ThrowIfCancellationRequested();
        return tools;
    }

    /// <summary>A diagnostic for each tool that cannot be started.</summary>
    public static IEnumerable<Diagnostic> Missing(IEnumerable<ToolVersion> tools) =>
        tools.Where(tool => !tool.Installed).Select(tool => tool.Fault ?? ToolFault.Missing(tool.Tool));

    // Where the default is, only a project that could be read knows.
    private static string? OutputOf(BuildRequest request, Project? project)
    {
        var folder = request.OutputFolder ?? (project is null ? null : Path.Combine(project.Directory, DefaultOutput));
        return folder is null ? null : Path.GetFullPath(folder);
    }

    private static string[] Overrides(BuildRequest request) =>
        [.. request.Settings.Select(setting => $"{setting.Key}={setting.Value}")];

    // Of a project that cannot be read, the default is taken: that it will be synthesized.
    private static ImmutableArray<ExternalTool> ToolsOf(BuildTools programs, Project? project, ToolUse use) => use switch
    {
        ToolUse.None => [],
        ToolUse.Simulate => [programs.Ghdl, programs.Verilator],
        ToolUse.Synthesize => [programs.Ghdl, programs.Yosys],
        ToolUse.Build =>
        [
            programs.Ghdl, programs.Verilator,
            .. project is null || SynthesizeStage.IsWanted(project) ? (ExternalTool[])[programs.Yosys] : [],
            .. project is not null && RouteStage.IsWanted(project)
                ? (ExternalTool[])[programs.NextpnrIce40, programs.Icepack]
                : [],
        ],
    };
}

/// <summary>Which external programs a command needs.</summary>
internal enum ToolUse
{
    /// <summary>All that the project asks for.</summary>
    Build,

    /// <summary>Those that simulate.</summary>
    Simulate,

    /// <summary>Those that synthesize.</summary>
    Synthesize,

    /// <summary>None.</summary>
    None,
}

using System.Collections.Immutable;
using Bitloom.Data;
using Bitloom.Diagnostics;
using Bitloom.Projects;
using Bitloom.Toolchain;

namespace Bitloom.Pipeline;

/// <summary>What a build starts from: everything the user can get wrong has been looked at.</summary>
internal sealed record BuildInputs(
    Project Project, ForecastData Data, ImmutableArray<ToolVersion> Tools, string OutputFolder,
    ImmutableArray<Diagnostic> Warnings);

/// <summary>Reads the project and its data and looks for the tools, before anything takes time.</summary>
internal static class Preflight
{
    /// <summary>Folder of the results when none is named, inside the project's folder.</summary>
    public const string DefaultOutput = "out";

    public static async Task<StageResult<BuildInputs>> RunAsync(BuildRequest request, CancellationToken cancellation)
    {
        var project = ProjectReader.Read(request.ProjectPath, Overrides(request));
        var tools = await ToolVersions.ProbeAsync(ToolsOf(project.Value), cancellation);
        Diagnostic[] missing = [.. tools.Where(tool => !tool.Installed).Select(tool => ToolFault.Missing(tool.Tool))];
        if (!project.Ok)
            return StageResult.Stopped<BuildInputs>(BuildOutcome.UserFault, [.. project.Diagnostics, .. missing]);
        var data = ForecastDataReader.Read(project.Value.Data);
        if (!data.Ok)
            return StageResult.Stopped<BuildInputs>(BuildOutcome.UserFault, [.. data.Diagnostics, .. missing]);
        if (missing.Length > 0)
            return StageResult.Stopped<BuildInputs>(BuildOutcome.ToolFailed, missing);
        var output = Path.GetFullPath(request.OutputFolder ?? Path.Combine(project.Value.Directory, DefaultOutput));
        return StageResult.Done(
            new BuildInputs(project.Value, data.Value, tools, output, [.. project.Diagnostics, .. data.Diagnostics]));
    }

    /// <summary>All faults of a project and its data.</summary>
    public static ImmutableArray<Diagnostic> Check(BuildRequest request)
    {
        var project = ProjectReader.Read(request.ProjectPath, Overrides(request));
        return project.Ok ? [.. ForecastDataReader.Read(project.Value.Data).Diagnostics] : [.. project.Diagnostics];
    }

    private static string[] Overrides(BuildRequest request) =>
        [.. request.Settings.Select(setting => $"{setting.Key}={setting.Value}")];

    private static ImmutableArray<ExternalTool> ToolsOf(Project? project) =>
        project is { Synthesis.Enabled: false } ? [ExternalTools.Ghdl] : [ExternalTools.Ghdl, ExternalTools.Yosys];
}

using System.Collections.Immutable;
using Bitloom.Exploration;
using Bitloom.Projects;
using Bitloom.Reporting;

namespace Bitloom.Cli;

/// <summary>Results for scripts: one object on the standard output, its keys as in report.json.</summary>
internal static class JsonText
{
    /// <summary>Writes it as it is: a console would break its lines.</summary>
    public static void Write<T>(CommandTerminal terminal, T result)
    {
        var writer = terminal.Out.Profile.Out.Writer;
        writer.Write(JsonReport.Of(result));
        writer.Flush();
    }

    public static object Of(CheckResult check, string project) => new
    {
        Project = project,
        CanBeBuilt = check.Outcome == BuildOutcome.Verified,
        ExitCode = ExitCode.Of(check.Outcome),
        check.Diagnostics,
    };

    public static object Of(EstimateResult result) => new
    {
        ExitCode = ExitCode.Of(result.Outcome),
        result.Estimate,
        result.Diagnostics,
    };

    public static object Of(BuildResult build) => new
    {
        build.Outcome,
        ExitCode = ExitCode.Of(build.Outcome),
        Verified = build.Report?.Verified ?? false,
        build.OutputFolder,
        Report = PathOf(build.Report is null ? null : build.OutputFolder, ReportFiles.Json),
        build.Report?.Accuracy,
        build.Report?.Cycles,
        build.Report?.Resources,
        build.Diagnostics,
    };

    public static object Of(SimulationResult simulation) => new
    {
        simulation.Outcome,
        ExitCode = ExitCode.Of(simulation.Outcome),
        Verified = simulation.Summary?.Verified ?? false,
        simulation.OutputFolder,
        Summary = PathOf(simulation.Summary is null ? null : simulation.OutputFolder, SimulationFile.Name),
        simulation.Summary?.Windows,
        simulation.Summary?.TestWindows,
        Agreement = simulation.Summary?.Agreement ?? ImmutableArray<AgreementEntry>.Empty,
        simulation.Summary?.Cycles,
        simulation.Diagnostics,
    };

    public static object Of(PartialResult partial, BuildStage stage) => new
    {
        Stage = stage,
        partial.Outcome,
        ExitCode = ExitCode.Of(partial.Outcome),
        partial.OutputFolder,
        partial.Files,
        Facts = partial.Facts.ToDictionary(fact => fact.Name, fact => fact.Text),
        partial.Diagnostics,
    };

    public static object Of(FitResult fit) => new
    {
        fit.Outcome,
        ExitCode = ExitCode.Of(fit.Outcome),
        Settings = fit.SettingsFile,
        Trained = fit.Trained.IsDefault ? [] : fit.Trained.Select(Of),
        Faster = fit.Faster.IsDefault ? [] : fit.Faster.Select(each => new
        {
            each.Engine,
            each.PredictedLoss,
            Measures = Of(each.Measures),
            each.Bits,
        }),
        fit.Diagnostics,
    };

    public static object Of(ExploreResult explored) => new
    {
        explored.Outcome,
        ExitCode = ExitCode.Of(explored.Outcome),
        Study = explored.Study?.Name,
        explored.Folder,
        explored.Finished,
        Front = explored.Front.IsDefault ? [] : explored.Front.Select(point => new
        {
            Trial = point.Trial.Number,
            Point = point.Index,
            Model = Of(point.Point),
        }),
        explored.Diagnostics,
    };

    private static object Of(TrialPoint point) => new
    {
        Measures = Of(point.Measures),
        point.TestScore,
        point.Bits,
        point.Settings,
        point.Verification,
    };

    private static Dictionary<string, double> Of(ImmutableSortedDictionary<Measure, double> measures) =>
        measures.ToDictionary(pair => pair.Key.Name(), pair => pair.Value, StringComparer.Ordinal);

    private static string? PathOf(string? folder, string name) => folder is null ? null : Path.Combine(folder, name);
}

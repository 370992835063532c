using System.Collections.Immutable;
using Bitloom.Diagnostics;
using Bitloom.Pipeline;
using Bitloom.Reporting;

namespace Bitloom.Exploration;

/// <summary>
/// Builds points of a front, without synthesis, in the folders in which they were trained: what is reported of them has
/// been simulated, not only estimated.
/// </summary>
internal sealed class FrontVerification(StudyInputs inputs, BuildRequest request, BuildTools programs)
{
    private const string Stage = "verify";

    /// <summary>Simulates every point that has not been, and records what came of it; what went wrong is returned.</summary>
    public async Task<ImmutableArray<Diagnostic>> RunAsync(
        ImmutableArray<FrontPoint> front, IStageProgress progress, CancellationToken cancellation)
    {
        FrontPoint[] waiting = [.. front.Where(point => point.Point.Verification is null)];
        var faults = ImmutableArray.CreateBuilder<Diagnostic>();
        if (waiting.Length == 0)
            return [];
        progress.Begin(Stage, waiting.Length, "points");
        foreach (var point in waiting)
        {
            faults.AddRange(await VerifyAsync(point, cancellation));
            progress.Advance(1, Name(point));
        }

        progress.End(FormattableString.Invariant($"{waiting.Length} points of the front simulated"));
        return faults.ToImmutable();
    }

    private async Task<ImmutableArray<Diagnostic>> VerifyAsync(FrontPoint point, CancellationToken cancellation)
    {
        var name = Name(point);
        var folder = Path.Combine(inputs.Folder, name);
        PointSettingsFile.Write(Path.Combine(folder, PointSettingsFile.Name), point.Point.Settings);
        var built = await new BuildPipeline(programs).BuildAsync(
            request with { OutputFolder = folder, Settings = [.. request.Settings, .. SettingsOf(point)] },
            new SilentProgress(), cancellation);
        if (built.Report is not { } report)
            return [.. built.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error)];
        await inputs.Store.VerifyAsync(
            inputs.Study.Name, point.Trial.Number, point.Index, ResultOf(report, name), cancellation);
        return report.Verified ? [] : [.. built.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error)];
    }

    private static IEnumerable<KeyValuePair<string, string>> SettingsOf(FrontPoint point) =>
        point.Point.Settings.SetItem("synthesis.enabled", "false").SetItem("training.runs", "1");

    private PointVerification ResultOf(Report report, string name)
    {
        // Whatever else stands against a report, such as its cycles, is a difference too.
        var differences = Math.Max(report.Verified ? 0 : 1, report.Agreement.Sum(entry => entry.Differences));
        return new(
            Math.Min(inputs.Project.Verification.TranslatedWindows, inputs.Data.TestWindows.Count),
            (int)Math.Min(int.MaxValue, differences), $"{name}/{ReportFiles.Html}");
    }

    private static string Name(FrontPoint point) =>
        $"{TrialFolders.NameOf(point.Trial.Number)}/{TrialFolders.PointName(point.Index)}";
}

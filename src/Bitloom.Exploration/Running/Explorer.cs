using System.Collections.Immutable;
using System.Globalization;
using Bitloom.Diagnostics;
using Bitloom.Pipeline;

namespace Bitloom.Exploration;

/// <summary>Searches on this machine.</summary>
/// <param name="tools">The external programs; null: those in the search path.</param>
public sealed class Explorer(BuildTools? tools = null) : IExplorer
{
    /// <summary>Of studies, in the output folder.</summary>
    public const string Folder = "explore";

    private readonly BuildTools _programs = tools ?? BuildTools.Installed;

    /// <inheritdoc/>
    public Task<FitResult> FitAsync(BuildRequest request, IStageProgress progress, CancellationToken cancellation) =>
        ModelFit.RunAsync(request, _programs, progress, cancellation);

    /// <inheritdoc/>
    public async Task<ExploreResult> ExploreAsync(
        ExploreRequest request, IStageProgress progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(progress);
        try
        {
            var inputs = await StudyInputs.OpenAsync(request, _programs, cancellation);
            if (!inputs.Ok)
                return new(inputs.Outcome, inputs.Diagnostics);
            await using var store = inputs.Value.Store;
            return await RunAsync(inputs.Value, request, progress, cancellation);
        }
        catch (StudyStoreException fault)
        {
            return new(BuildOutcome.UserFault, [fault.Diagnostic]);
        }
    }

    private async Task<ExploreResult> RunAsync(
        StudyInputs inputs, ExploreRequest request, IStageProgress progress, CancellationToken cancellation)
    {
        var study = inputs.Study;
        var jobs = request.Jobs ?? Environment.ProcessorCount;
        var runners = Enumerable.Range(0, jobs).Select(_ => new ProjectTrialRunner(
            request.Build, inputs.Folder, _programs, Math.Max(1, Environment.ProcessorCount / jobs))).ToArray();
        var session = new StudySession(inputs.Store, study, inputs.Project, WorkerName());
        var shown = new TrialProgress(study, progress);
        shown.Begin();
        var trials = await session.RunAsync(runners, shown.Show, cancellation);
        shown.End(trials);
        var faults = request.Verifies
            ? await new FrontVerification(inputs, request.Build, _programs).RunAsync(
                ParetoFront.Of(trials, study.Objectives), progress, cancellation)
            : [];
        trials = await inputs.Store.TrialsAsync(study.Name, cancellation);
        StudyPage.Write(StudyView.Of(study, [.. trials]), Path.Combine(inputs.Folder, ExploreResult.PageOf(study)));
        var front = ParetoFront.Of(trials, study.Objectives);
        return new(
            OutcomeOf(front, faults), [.. inputs.Warnings, .. faults, .. NothingFits(study, front)], study, inputs.Folder,
            front, trials.Count);
    }

    private static BuildOutcome OutcomeOf(ImmutableArray<FrontPoint> front, ImmutableArray<Diagnostic> faults) =>
        front.Any(point => point.Point.Verification is { Differences: > 0 }) ? BuildOutcome.VerificationFailed
        : faults.Length > 0 ? BuildOutcome.ToolFailed
        : front.IsEmpty ? BuildOutcome.DoesNotFit
        : BuildOutcome.Verified;

    private static IEnumerable<Diagnostic> NothingFits(StudyDefinition study, ImmutableArray<FrontPoint> front)
    {
        if (front.IsEmpty)
        {
            yield return Diagnostic.Error(
                "EXPLORE002", study.Name, $"no trial has a model that fits the {study.Device} within explore.constraints",
                "at least one", "loosen the constraints, add smaller models to explore.space, or choose a larger device");
        }
    }

    // No other process has it, on this machine or another.
    private static string WorkerName() => string.Create(
        CultureInfo.InvariantCulture, $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid():N}");
}

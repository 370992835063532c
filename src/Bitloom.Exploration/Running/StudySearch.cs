using System.Collections.Immutable;
using Bitloom.Diagnostics;
using Bitloom.Pipeline;

namespace Bitloom.Exploration;

/// <summary>What a search is, wherever its trials are run: it begins with checks and ends with a front that is simulated.</summary>
internal sealed class StudySearch(ExploreRequest request, BuildTools programs, IStageProgress progress)
{
    /// <param name="open">The studies, by the folder that is theirs where no other place is named.</param>
    /// <param name="search">Runs what trials there are still to be run, and returns all.</param>
    public async Task<ExploreResult> RunAsync(
        Func<string, Task<Checked<OpenStudies>>> open,
        Func<StudyInputs, TrialProgress, Task<IReadOnlyList<Trial>>> search, CancellationToken cancellation)
    {
        try
        {
            var inputs = await StudyInputs.OpenAsync(request, programs, open, cancellation);
            if (!inputs.Ok)
                return new(inputs.Outcome, inputs.Diagnostics);
            await using var studies = inputs.Value.Owner;
            return await RunAsync(inputs.Value, search, cancellation);
        }
        catch (StudyStoreException fault)
        {
            return new(BuildOutcome.UserFault, [fault.Diagnostic]);
        }
    }

    private async Task<ExploreResult> RunAsync(
        StudyInputs inputs, Func<StudyInputs, TrialProgress, Task<IReadOnlyList<Trial>>> search,
        CancellationToken cancellation)
    {
        var study = inputs.Study;
        var shown = new TrialProgress(study, progress);
        shown.Begin();
        var trials = await search(inputs, shown);
        shown.End(trials);
        var faults = request.Verifies
            ? await new FrontVerification(inputs, request.Build, programs).RunAsync(
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
}

/// <summary>Studies that are open.</summary>
/// <param name="Open">Makes a study, or finds it.</param>
/// <param name="Owner">What is to be disposed of in the end.</param>
internal sealed record OpenStudies(
    IStudyStore Store, Func<StudyDefinition, CancellationToken, Task<Checked<StudyDefinition>>> Open,
    IAsyncDisposable Owner);

using System.Collections.Immutable;
using Bitloom.Data;
using Bitloom.Diagnostics;
using Bitloom.Pipeline;
using Bitloom.Projects;

namespace Bitloom.Exploration;

/// <summary>A study that can begin: all that the user can get wrong has been looked at, and its store is open.</summary>
internal sealed record StudyInputs(
    Project Project, ITaskData Data, string Folder, StudyDefinition Study, IStudyStore Store, IAsyncDisposable Owner,
    ImmutableArray<Diagnostic> Warnings)
{
    /// <summary>Looks at project, data, tools and store, and opens the study.</summary>
    public static async Task<StageResult<StudyInputs>> OpenAsync(
        ExploreRequest request, BuildTools programs, Func<string, Task<Checked<OpenStudies>>> open,
        CancellationToken cancellation)
    {
        var use = request.Verifies ? ToolUse.Simulate : ToolUse.None;
        var inputs = await Preflight.RunAsync(request.Build, programs, cancellation, use);
        if (!inputs.Ok)
            return StageResult.Stopped<StudyInputs>(inputs.Outcome, inputs.Diagnostics);
        var (project, data) = (inputs.Value.Project, inputs.Value.Data);
        if (HalvingFault(project) is { } fault)
            return StageResult.Stopped<StudyInputs>(BuildOutcome.UserFault, fault);
        var folder = Path.Combine(inputs.Value.OutputFolder, Explorer.Folder);
        var studies = await open(folder);
        if (!studies.Ok)
            return StageResult.Stopped<StudyInputs>(BuildOutcome.UserFault, studies.Diagnostics);
        var study = await studies.Value.Open(StudyDefinitions.Of(project, data, request.Name), cancellation);
        if (study.Ok)
        {
            return StageResult.Done(new StudyInputs(
                project, data, folder, study.Value, studies.Value.Store, studies.Value.Owner, inputs.Value.Warnings));
        }

        await studies.Value.Owner.DisposeAsync();
        return StageResult.Stopped<StudyInputs>(BuildOutcome.UserFault, study.Diagnostics);
    }

    // A rung decides about the epochs.
    private static Diagnostic? HalvingFault(Project project)
    {
        var varied = project.Explore.Space.FirstOrDefault(
            parameter => parameter.Key is "training.epochs" or "training.quantizedEpochs");
        return varied is null || project.Explore.Halving == 1 ? null : Diagnostic.Error(
            "EXPLORE001", "explore.space." + varied.Key,
            $"{varied.Key} varies, and explore.halving gives trials different numbers of epochs as well",
            "one of the two", "remove the line, or set explore.halving to 1");
    }
}

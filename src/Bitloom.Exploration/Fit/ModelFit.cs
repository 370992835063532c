using System.Collections.Immutable;
using Bitloom.Diagnostics;
using Bitloom.Pipeline;
using Bitloom.Projects;

namespace Bitloom.Exploration;

/// <summary>
/// The most accurate version of a model that fits: sensitivities of its float weights, the widths with the least
/// predicted loss on any engine that fits, and a training of the best few, of which the validation part chooses.
/// </summary>
internal static class ModelFit
{
    private const string Folder = "fit";

    private static readonly ImmutableArray<Measure> Trade = [Measure.Latency];

    public static async Task<FitResult> RunAsync(
        BuildRequest request, BuildTools programs, IStageProgress progress, CancellationToken cancellation)
    {
        var inputs = await Preflight.RunAsync(request, programs, cancellation, ToolUse.None);
        if (!inputs.Ok)
            return new(inputs.Outcome, inputs.Diagnostics);
        var fit = await OutputSession.RunAsync(
            inputs.Value.OutputFolder, () => FitAsync(inputs.Value, progress, cancellation));
        return fit.Value is { } result
            ? result with { Diagnostics = [.. inputs.Value.Warnings, .. result.Diagnostics] }
            : new(fit.Outcome, [.. inputs.Value.Warnings, .. fit.Diagnostics]);
    }

    private static async Task<StageResult<FitResult>> FitAsync(
        BuildInputs inputs, IStageProgress progress, CancellationToken cancellation)
    {
        var floats = await TrainStage.FloatAsync(
            inputs, TrainingRun.Of(inputs.Project.Training)[0], progress, cancellation);
        if (!floats.Ok)
            return StageResult.Stopped<FitResult>(floats.Outcome, floats.Diagnostics);
        var solved = await PrecisionSearches.BestAsync(inputs, floats.Value, progress, cancellation);
        if (!solved.Ok)
            return StageResult.Stopped<FitResult>(solved.Outcome, solved.Diagnostics);
        if (solved.Value.Solutions.IsEmpty)
            return StageResult.Stopped<FitResult>(BuildOutcome.DoesNotFit, NothingFits(inputs.Project));
        var front = PointChoice.Front(solved.Value.Solutions, Trade);
        var points = await TrainAsync(
            inputs, floats.Value, front, solved.Value.Solutions, progress, cancellation);
        return points.Ok
            ? Finished(inputs, floats.Value, front, points.Value)
            : StageResult.Stopped<FitResult>(points.Outcome, points.Diagnostics);
    }

    // Those with the least predicted loss, until so many fit as trained. Where none of the front does, slower engines may.
    private static async Task<StageResult<List<TrialPoint>>> TrainAsync(
        BuildInputs inputs, FloatModel floats, List<PrecisionSolution> front,
        ImmutableArray<PrecisionSolution> solutions, IStageProgress progress, CancellationToken cancellation)
    {
        var points = new List<TrialPoint>();
        foreach (var solution in front.Concat(solutions.Except(front).OrderBy(each => each.Loss)))
        {
            var enough = points.Count < front.Count ? inputs.Project.Explore.Points : 1;
            if (points.Count(point => point.Excess <= 0) >= enough)
                break;
            var own = inputs with
            {
                Project = PointSettings.Apply(inputs.Project, solution.Bits, solution.Engine.Shape),
                OutputFolder = Path.Combine(inputs.OutputFolder, Folder, TrialFolders.PointName(points.Count)),
            };
            var trained = await PointTraining.RunAsync(
                own, floats, inputs.OutputFolder, PointSettings.OfBits(solution.Bits), progress, cancellation);
            if (!trained.Ok)
                return StageResult.Stopped<List<TrialPoint>>(trained.Outcome, trained.Diagnostics);
            points.Add(trained.Value.Point);
        }

        return StageResult.Done(points);
    }

    private static StageResult<FitResult> Finished(
        BuildInputs inputs, FloatModel floats, List<PrecisionSolution> front, List<TrialPoint> points)
    {
        ImmutableArray<TrialPoint> fitting =
            [.. points.Where(point => point.Excess <= 0).OrderBy(point => point.Measures[Measure.Error])];
        if (fitting.IsEmpty)
            return StageResult.Stopped<FitResult>(BuildOutcome.DoesNotFit, NothingFits(inputs.Project));
        var file = Path.Combine(inputs.OutputFolder, Folder, PointSettingsFile.Name);
        PointSettingsFile.Write(file, fitting[0].Settings);
        return StageResult.Done(new FitResult(
            BuildOutcome.Verified, [], inputs.Project, fitting,
            [.. front.Select(solution => Alternative(solution, floats.ValidationLoss))], file));
    }

    private static FitAlternative Alternative(PrecisionSolution solution, double loss) => new(
        solution.Engine.Shape.ToString(), solution.Loss / loss, solution.Costs.Measures, solution.Bits);

    private static Diagnostic NothingFits(Project project) => Diagnostic.Error(
        "FIT007", project.Engine.Device.Name,
        $"no widths of explore.weights and explore.activations fit the {project.Engine.Device.Name} on any engine",
        "a model that fits within explore.constraints", "choose a smaller model or a larger device, or loosen the constraints");
}

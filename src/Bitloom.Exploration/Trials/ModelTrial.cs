using System.Collections.Immutable;
using System.Diagnostics;
using Bitloom.Diagnostics;
using Bitloom.Pipeline;
using Bitloom.Projects;

namespace Bitloom.Exploration;

/// <summary>
/// One model of a search: trained in floating point, then with one or several assignments of widths and engines, each a
/// point that is measured.
/// </summary>
internal static class ModelTrial
{
    /// <param name="settings">That made the project what it is; each point has them besides its own.</param>
    public static async Task<TrialResult> RunAsync(
        BuildInputs inputs, ImmutableSortedDictionary<string, string> settings, IStageProgress progress,
        CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var once = inputs with { Project = inputs.Project with { Training = inputs.Project.Training with { Runs = 1 } } };
        var trial = new TrialRun(once, settings, progress, cancellation);
        var fault = once.Project.Explore.Precision == PrecisionSearch.Solved
            ? await trial.SolveAsync()
            : await trial.TrainAsItIsAsync();
        return new([.. trial.Points], trial.Epochs, watch.Elapsed.TotalSeconds, fault);
    }
}

/// <summary>What a trial has come to so far.</summary>
internal sealed class TrialRun(
    BuildInputs inputs, ImmutableSortedDictionary<string, string> settings, IStageProgress progress,
    CancellationToken cancellation)
{
    /// <summary>Those that were trained.</summary>
    public List<TrialPoint> Points { get; } = [];

    /// <summary>Trained so far.</summary>
    public int Epochs { get; private set; }

    /// <summary>The widths and engine of the project; what says that it fails, or null.</summary>
    public async Task<string?> TrainAsItIsAsync()
    {
        if (UntrainedPoint.Of(inputs, settings, cancellation) is { Excess: > 0 } misfit)
        {
            // A model that does not fit need not be trained to be known as such.
            Points.Add(misfit);
            return null;
        }

        var floats = await FloatAsync();
        return floats.Ok ? await AddAsync(floats.Value, inputs.Project, settings) : Text(floats.Diagnostics);
    }

    /// <summary>The few solutions worth training.</summary>
    public async Task<string?> SolveAsync()
    {
        var floats = await FloatAsync();
        if (!floats.Ok)
            return Text(floats.Diagnostics);
        var solved = await PrecisionSearches.AllAsync(inputs, floats.Value, progress, cancellation);
        if (!solved.Ok)
            return Text(solved.Diagnostics);
        var explore = inputs.Project.Explore;
        var chosen = PointChoice.Spread(
            solved.Value.Solutions, explore.Objectives, floats.Value.ValidationLoss, explore.Points + explore.Calibrated);
        // Training gives most where quantization takes most.
        var trained = chosen.OrderByDescending(solution => solution.Loss).Take(explore.Points).ToHashSet();
        var fault = "no widths and engine fit";
        foreach (var solution in chosen)
            fault = await AddAsync(floats.Value, solution, trained.Contains(solution)) ?? fault;
        return Points.Count > 0 ? null : fault;
    }

    private Task<string?> AddAsync(FloatModel floats, PrecisionSolution solution, bool trains)
    {
        var project = PointSettings.Apply(inputs.Project, solution.Bits, solution.Engine.Shape);
        var own = settings.SetItems(PointSettings.OfBits(solution.Bits));
        return trains
            ? AddAsync(floats, project, own)
            : AddAsync(floats, PointSettings.Calibrated(project), own.SetItems(PointSettings.OfCalibration));
    }

    private async Task<StageResult<FloatModel>> FloatAsync()
    {
        var floats = await TrainStage.FloatAsync(
            inputs, TrainingRun.Of(inputs.Project.Training)[0], progress, cancellation);
        Epochs += floats.Value?.Epochs.Length ?? 0;
        return floats;
    }

    private async Task<string?> AddAsync(
        FloatModel floats, Project project, ImmutableSortedDictionary<string, string> own)
    {
        var folder = Path.Combine(inputs.OutputFolder, TrialFolders.PointName(Points.Count));
        var trained = await PointTraining.RunAsync(
            inputs with { Project = project, OutputFolder = folder }, floats, inputs.OutputFolder, own, progress,
            cancellation);
        if (!trained.Ok)
            return Text(trained.Diagnostics);
        Points.Add(trained.Value.Point);
        Epochs += trained.Value.Epochs;
        return null;
    }

    private static string Text(IEnumerable<Diagnostic> diagnostics) =>
        string.Join('\n', diagnostics.Select(diagnostic => diagnostic.ToString()));
}

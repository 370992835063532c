using System.Collections.Immutable;
using System.Globalization;
using Bitloom.Pipeline;

namespace Bitloom.Exploration;

/// <summary>Widths and engines that fit, with what they are predicted to lose.</summary>
internal sealed record SolvedPrecisions(ImmutableArray<PrecisionSolution> Solutions, PrecisionProblem Problem);

/// <summary>Sensitivities of a float model, and the widths that are best by them.</summary>
internal static class PrecisionSearches
{
    private const string Name = "widths";

    /// <summary>
    /// The least loss of each size of engine and each greatest width: what trades loss for something else. Widths that are
    /// predicted to double the loss are left out.
    /// </summary>
    public static Task<StageResult<SolvedPrecisions>> AllAsync(
        BuildInputs inputs, FloatModel floats, IStageProgress progress, CancellationToken cancellation)
    {
        var objectives = inputs.Project.Explore.Objectives;
        return RunAsync(inputs, floats, All, progress, cancellation);

        ImmutableArray<PrecisionSolution> All(PrecisionProblem problem, EngineSpace space, CancellationToken token)
        {
            var extremes = PrecisionOptimizer.SolveExtremes(problem, space, floats.ValidationLoss, token);
            var shapes = PointChoice.Front(extremes, objectives).Select(solution => solution.Engine.Shape).Distinct();
            return PrecisionOptimizer.SolveAll(
                problem, space with { Shapes = [.. shapes] }, floats.ValidationLoss, token);
        }
    }

    /// <summary>The least loss of each size of engine.</summary>
    public static Task<StageResult<SolvedPrecisions>> BestAsync(
        BuildInputs inputs, FloatModel floats, IStageProgress progress, CancellationToken cancellation) =>
        RunAsync(inputs, floats, PrecisionOptimizer.Solve, progress, cancellation);

    private static async Task<StageResult<SolvedPrecisions>> RunAsync(
        BuildInputs inputs, FloatModel floats,
        Func<PrecisionProblem, EngineSpace, CancellationToken, ImmutableArray<PrecisionSolution>> solve,
        IStageProgress progress, CancellationToken cancellation)
    {
        var sensitivities = await SensitivityStage.RunAsync(inputs, floats, progress, cancellation);
        if (!sensitivities.Ok)
            return StageResult.Stopped<SolvedPrecisions>(sensitivities.Outcome, sensitivities.Diagnostics);
        return await Task.Run(() =>
        {
            progress.Begin(Name, 0, "engines");
            var problem = sensitivities.Value.ProblemOf(inputs.Project, floats.ValidationLoss);
            var space = new ProjectEngines(inputs.Project, inputs.Data, floats.Model).Space(cancellation);
            var solutions = solve(problem, space, cancellation);
            progress.End(string.Create(
                CultureInfo.InvariantCulture, $"{space.Shapes.Length} engines, {solutions.Length} solutions"));
            return StageResult.Done(new SolvedPrecisions(solutions, problem));
        }, cancellation);
    }
}

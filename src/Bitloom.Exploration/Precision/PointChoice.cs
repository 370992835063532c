using System.Collections.Immutable;
using Bitloom.Projects;

namespace Bitloom.Exploration;

/// <summary>Chooses the few solutions that are worth training, as a training tells more than a prediction but costs it.</summary>
internal static class PointChoice
{
    /// <summary>
    /// The least loss first; then whichever is furthest from those chosen, of the solutions that no other one beats in
    /// predicted loss and all objectives, on logarithmic axes.
    /// </summary>
    /// <param name="baseLoss">Of the float model.</param>
    public static ImmutableArray<PrecisionSolution> Spread(
        IEnumerable<PrecisionSolution> solutions, ImmutableArray<Measure> objectives, double baseLoss, int count)
    {
        var front = Front(solutions, objectives);
        if (front.Count == 0)
            return [];
        var axes = Axes(front, objectives, baseLoss);
        var chosen = new List<int> { 0 };
        while (chosen.Count < Math.Min(count, front.Count))
        {
            chosen.Add(Enumerable.Range(0, front.Count).Except(chosen)
                .MaxBy(index => chosen.Min(other => Distance(axes[index], axes[other]))));
        }

        return [.. chosen.Select(index => front[index])];
    }

    /// <summary>Solutions that no other one beats, the least loss first; of equal ones the first.</summary>
    public static List<PrecisionSolution> Front(
        IEnumerable<PrecisionSolution> solutions, ImmutableArray<Measure> objectives)
    {
        var kept = new List<PrecisionSolution>();
        foreach (var solution in solutions.OrderBy(each => each.Loss).ThenBy(each => Sum(each, objectives)))
        {
            if (!kept.Exists(better => Costs(better, objectives).Zip(Costs(solution, objectives)).All(
                pair => pair.First <= pair.Second)))
                kept.Add(solution);
        }

        return kept;
    }

    private static double Sum(PrecisionSolution solution, ImmutableArray<Measure> objectives) =>
        Costs(solution, objectives).Sum();

    // What is predicted by the loss is no cost of the engine.
    private static IEnumerable<double> Costs(PrecisionSolution solution, ImmutableArray<Measure> objectives) =>
        objectives.Where(measure => measure is not (Measure.Error or Measure.Loss))
            .Select(measure => solution.Costs.Measures.GetValueOrDefault(measure, double.PositiveInfinity));

    private static double[][] Axes(
        List<PrecisionSolution> front, ImmutableArray<Measure> objectives, double baseLoss)
    {
        double[][] raw =
        [
            .. front.Select(each => (double[])
                [Math.Log(baseLoss + each.Loss), .. Costs(each, objectives).Select(cost => Math.Log(cost + 1e-9))]),
        ];
        var ranges = Enumerable.Range(0, raw[0].Length)
            .Select(axis => (Low: raw.Min(point => point[axis]), High: raw.Max(point => point[axis]))).ToArray();
        return [.. raw.Select(point => point.Select((value, axis) => ranges[axis].High > ranges[axis].Low
            ? (value - ranges[axis].Low) / (ranges[axis].High - ranges[axis].Low)
            : 0).ToArray())];
    }

    private static double Distance(double[] left, double[] right) =>
        left.Zip(right, (a, b) => (a - b) * (a - b)).Sum();
}

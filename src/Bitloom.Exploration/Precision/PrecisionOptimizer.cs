using System.Collections.Immutable;

namespace Bitloom.Exploration;

/// <summary>
/// The widths with the least loss for each engine, exactly: branch and bound over the greatest widths of activations and
/// weights, and within each dynamic programming over the weight matrices (<see cref="WeightStates"/>). An engine's words
/// are as wide as the widest activation, so that below the greatest width each activation takes what loses least.
/// </summary>
public static class PrecisionOptimizer
{
    /// <summary>
    /// The least loss of each size that fits at all, in the order of the sizes. With equal losses the narrower widths.
    /// </summary>
    public static ImmutableArray<PrecisionSolution> Solve(
        PrecisionProblem problem, EngineSpace engines, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(engines);
        var (frames, states) = (Frames(problem), new WeightStates(problem.Matrices));
        return
        [
            .. engines.Shapes.AsParallel().AsOrdered().WithCancellation(cancellation)
                .Select(shape => new ShapeSolver(problem, engines, states, shape).Solve(frames, cancellation))
                .OfType<PrecisionSolution>(),
        ];
    }

    /// <summary>
    /// As <see cref="Solve"/>, but the least loss of each size for every greatest width of activations and of weights with
    /// which at most <paramref name="mostLoss"/> need be lost: what loses more may be worth it, where it takes less.
    /// </summary>
    public static ImmutableArray<PrecisionSolution> SolveAll(
        PrecisionProblem problem, EngineSpace engines, double mostLoss, CancellationToken cancellation = default) =>
        SolveEach(problem, engines, FramesOf(problem, mostLoss), cancellation);

    /// <summary>Of all these the first and the last: the sizes that are good at either are those worth more.</summary>
    public static ImmutableArray<PrecisionSolution> SolveExtremes(
        PrecisionProblem problem, EngineSpace engines, double mostLoss, CancellationToken cancellation = default)
    {
        var frames = FramesOf(problem, mostLoss);
        return SolveEach(problem, engines, [.. frames.Take(1).Union(frames.TakeLast(1))], cancellation);
    }

    private static ImmutableArray<PrecisionSolution> SolveEach(
        PrecisionProblem problem, EngineSpace engines, PrecisionFrame[] frames, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(engines);
        var states = new WeightStates(problem.Matrices);
        return
        [
            .. engines.Shapes.AsParallel().AsOrdered().WithCancellation(cancellation)
                .SelectMany(shape => frames
                    .Select(frame => new ShapeSolver(problem, engines, states, shape).Solve([frame], cancellation))
                    .OfType<PrecisionSolution>()),
        ];
    }

    private static PrecisionFrame[] FramesOf(PrecisionProblem problem, double mostLoss)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var all = Frames(problem);
        return [.. all.Where(frame => frame == all[0] || frame.Bound <= mostLoss)];
    }

    // Those that can lose least first.
    private static ImmutableArray<PrecisionFrame> Frames(PrecisionProblem problem)
    {
        var weights = WidthsOf(problem.Matrices);
        return
        [
            .. WidthsOf(problem.Activations)
                .SelectMany(activation => weights.Select(weight => PrecisionFrame.Of(problem, activation, weight)))
                .OfType<PrecisionFrame>()
                .OrderBy(frame => frame.Bound).ThenBy(frame => frame.ActivationBits + frame.WeightBits),
        ];
    }

    private static IEnumerable<int> WidthsOf(ImmutableArray<TensorLosses> tensors) =>
        tensors.SelectMany(tensor => tensor.Increase.Keys).Distinct().Order();
}

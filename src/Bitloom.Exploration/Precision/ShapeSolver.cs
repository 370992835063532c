using System.Collections.Immutable;
using Bitloom.Engine;

namespace Bitloom.Exploration;

/// <summary>The widths with the least loss with which an engine of one size fits.</summary>
internal sealed class ShapeSolver(
    PrecisionProblem problem, EngineSpace engines, WeightStates states, EngineShape shape)
{
    /// <summary>Null where nothing fits.</summary>
    /// <param name="frames">Those that can lose least first.</param>
    public PrecisionSolution? Solve(IEnumerable<PrecisionFrame> frames, CancellationToken cancellation)
    {
        PrecisionSolution? best = null;
        foreach (var frame in frames.TakeWhile(frame => best is null || frame.Bound < best.Loss))
        {
            cancellation.ThrowIfCancellationRequested();
            if (engines.Of(shape, frame.ActivationBits, frame.WeightBits) is { } engine)
                best = Within(frame, engine, best?.Loss ?? double.PositiveInfinity) ?? best;
        }

        return best;
    }

    private PrecisionSolution? Within(PrecisionFrame frame, EngineCandidate engine, double limit)
    {
        // One plane of the narrowest weights takes no more than any other.
        if (engine.CostsOf(states.Narrowest(engine.Words)).Excess > 0)
            return null;
        foreach (var state in states.Of(engine.Words, frame.WeightBits))
        {
            if (frame.ActivationLoss + state.Loss >= limit)
                return null;
            var costs = engine.CostsOf(state.Planes);
            if (costs.Excess <= 0)
                return new(BitsOf(frame, state), frame.ActivationLoss + state.Loss, engine, costs);
        }

        return null;
    }

    private ImmutableSortedDictionary<string, int> BitsOf(PrecisionFrame frame, PlaneState state) =>
        frame.Activations.AddRange(problem.Matrices.Select(matrix => matrix.Name).Zip(
            state.Bits(), (name, bits) => KeyValuePair.Create(name, bits)));
}

using System.Collections.Concurrent;
using System.Diagnostics;
using Bitloom.Engine;
using Bitloom.Exploration;
using Bitloom.Training;

namespace Bitloom.Benchmarks;

/// <summary>What an optimizer of widths came to.</summary>
/// <param name="Loss">Predicted; null: it found nothing that fits.</param>
/// <param name="Evaluations">Costs of assignments that it asked for.</param>
public sealed record OptimizerResult(double? Loss, int Evaluations, double Seconds);

/// <summary>Exact, greedy and random choice of widths for one engine size.</summary>
public sealed class OptimizerComparison(PrecisionProblem problem, EngineSpace engines, EngineShape shape)
{
    // Compiled once for all that is compared: an evaluation is what weights take in it.
    private readonly ConcurrentDictionary<(int Activation, int Weight), EngineCandidate?> _engines = new();
    private int _evaluations;

    /// <summary>Of all frames, by branch and bound.</summary>
    public OptimizerResult Exact() => Timed(() =>
        PrecisionOptimizer.Solve(problem, Counted()).FirstOrDefault()?.Loss);

    /// <summary>All as wide as can be; then whatever loses least is narrowed by one width, until it fits.</summary>
    public OptimizerResult Greedy() => Timed(() =>
    {
        var bits = All().ToDictionary(tensor => tensor.Name, tensor => tensor.Increase.Keys.Max());
        while (!Fits(bits))
        {
            var steps = All().Where(tensor => tensor.Increase.Keys.Any(width => width < bits[tensor.Name]))
                .Select(tensor => (tensor, to: tensor.Increase.Keys.Where(width => width < bits[tensor.Name]).Max()))
                .ToArray();
            if (steps.Length == 0)
                return null;
            var (best, width) = steps.MinBy(step => step.tensor.Increase[step.to] - step.tensor.Increase[bits[step.tensor.Name]]);
            bits[best.Name] = width;
        }

        return LossOf(bits);
    });

    /// <summary>Independent draws, as many as there are evaluations.</summary>
    public OptimizerResult Random(int evaluations, ulong seed) => Timed(() =>
    {
        var random = new SeededRandom(seed);
        double? best = null;
        for (var draw = 0; draw < evaluations; draw++)
        {
            var bits = All().ToDictionary(
                tensor => tensor.Name, tensor => tensor.Increase.Keys.ElementAt((int)(random.NextSingle() * tensor.Increase.Count)));
            if (Fits(bits) && (best is null || LossOf(bits) < best))
                best = LossOf(bits);
        }

        return best;
    });

    private OptimizerResult Timed(Func<double?> find)
    {
        _evaluations = 0;
        var watch = Stopwatch.StartNew();
        return new(find(), _evaluations, watch.Elapsed.TotalSeconds);
    }

    private IEnumerable<TensorLosses> All() => problem.Activations.Concat(problem.Matrices);

    private double LossOf(Dictionary<string, int> bits) => All().Sum(tensor => tensor.Increase[bits[tensor.Name]]);

    private bool Fits(Dictionary<string, int> bits)
    {
        var activation = problem.Activations.Max(tensor => bits[tensor.Name]);
        var weight = problem.Matrices.Max(tensor => bits[tensor.Name]);
        if (EngineOf(activation, weight) is not { } engine)
            return false;
        var end = 0;
        var tensors = problem.Matrices.Zip(engine.Words, (matrix, words) => (Bits: bits[matrix.Name], words))
            .OrderByDescending(matrix => matrix.Bits).Select(matrix => (matrix.Bits, end += matrix.words)).ToArray();
        _evaluations++;
        return engine.CostsOf(WeightPlanes.Of(tensors)).Excess <= 0;
    }

    private EngineSpace Counted() => new(
        [shape],
        (_, activation, weight) => EngineOf(activation, weight) is { } engine
            ? engine with
            {
                CostsOf = planes =>
                {
                    Interlocked.Increment(ref _evaluations);
                    return engine.CostsOf(planes);
                },
            }
            : null);

    private EngineCandidate? EngineOf(int activation, int weight) =>
        _engines.GetOrAdd((activation, weight), bits => engines.Of(shape, bits.Activation, bits.Weight));
}

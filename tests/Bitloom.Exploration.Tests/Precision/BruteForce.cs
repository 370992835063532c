using System.Collections.Immutable;
using Bitloom.Engine;

namespace Bitloom.Exploration.Tests.Precision;

/// <summary>Tries all widths.</summary>
internal static class BruteForce
{
    /// <summary>The least loss with which an engine of a size fits; null where none does.</summary>
    public static double? LeastLoss(PrecisionProblem problem, EngineSpace engines, EngineShape shape)
    {
        var activations = Assignments(problem.Activations)
            .GroupBy(bits => bits.Max(), bits => LossOf(problem.Activations, bits))
            .Select(equal => (Bits: equal.Key, Loss: equal.Min())).ToArray();
        return Assignments(problem.Matrices).SelectMany(bits => activations
            .Where(activation => Costs(engines.Of(shape, activation.Bits, bits.Max()), bits) is { Excess: <= 0 })
            .Select(activation => (double?)(activation.Loss + LossOf(problem.Matrices, bits)))).Min();
    }

    /// <summary>What an engine takes with widths of its matrices; null where there is no engine.</summary>
    public static EngineCosts? Costs(EngineCandidate? engine, IEnumerable<int> bits) =>
        engine?.CostsOf(PlanesOf(bits, engine.Words));

    /// <summary>The sum of the increases.</summary>
    public static double LossOf(ImmutableArray<TensorLosses> tensors, IEnumerable<int> bits) =>
        tensors.Zip(bits, (tensor, width) => tensor.Increase[width]).Sum();

    // As compiled programs have them: the wide ones first.
    private static WeightPlanes PlanesOf(IEnumerable<int> bits, ImmutableArray<int> words)
    {
        var end = 0;
        return WeightPlanes.Of(bits.Zip(words, (width, size) => (Bits: width, Words: size))
            .OrderByDescending(matrix => matrix.Bits).Select(matrix => (matrix.Bits, end += matrix.Words)).ToArray());
    }

    private static IEnumerable<ImmutableArray<int>> Assignments(ImmutableArray<TensorLosses> tensors) => tensors.Aggregate(
        (IEnumerable<ImmutableArray<int>>)[[]],
        (all, tensor) => all.SelectMany(bits => tensor.Increase.Keys.Select(bits.Add)));
}

using System.Collections.Immutable;

namespace Bitloom.Exploration;

/// <summary>The greatest widths of activations and of weights, which decide about the sizes of the engine.</summary>
/// <param name="Activations">The best width of each activation tensor below its own.</param>
/// <param name="ActivationLoss">What these lose together.</param>
/// <param name="Bound">No widths of this frame lose less.</param>
internal sealed record PrecisionFrame(
    int ActivationBits, int WeightBits, ImmutableSortedDictionary<string, int> Activations, double ActivationLoss,
    double Bound)
{
    /// <summary>The frame of greatest widths; null where a tensor has no width that is so small.</summary>
    public static PrecisionFrame? Of(PrecisionProblem problem, int activationBits, int weightBits)
    {
        var (activations, weights) = (Best(problem.Activations, activationBits), Best(problem.Matrices, weightBits));
        if (activations is null || weights is null)
            return null;
        var loss = LossOf(problem.Activations, activations);
        return new(activationBits, weightBits, activations, loss, loss + LossOf(problem.Matrices, weights));
    }

    private static ImmutableSortedDictionary<string, int>? Best(ImmutableArray<TensorLosses> tensors, int mostBits) =>
        tensors.All(tensor => tensor.BestOf(mostBits) is not null)
            ? tensors.ToImmutableSortedDictionary(
                tensor => tensor.Name, tensor => tensor.BestOf(mostBits)!.Value, StringComparer.Ordinal)
            : null;

    private static double LossOf(ImmutableArray<TensorLosses> tensors, ImmutableSortedDictionary<string, int> bits) =>
        tensors.Sum(tensor => tensor.Increase[bits[tensor.Name]]);
}

using System.Collections.Immutable;
using System.Globalization;
using Bitloom.Training;

namespace Bitloom.Exploration;

/// <summary>Tensors in the order in which the network makes them; a weight matrix is where its product is.</summary>
internal static class TensorOrder
{
    private const string Layer = "layer";
    private const int Last = int.MaxValue;

    private static readonly string WeightSuffix = TensorNames.Weight("");

    // With everything that a block can have.
    private static readonly ImmutableArray<string> Block =
        [.. TensorNames.BlockTensors(Normalization.Layer, Activation.Gelu)];

    private static readonly ImmutableArray<string> Before =
        [TensorNames.Input, TensorNames.Embedding, TensorNames.Positions];

    private static readonly ImmutableArray<string> After = [TensorNames.Pooled, TensorNames.Output];

    public static ImmutableArray<ViewTensor> Of(IEnumerable<TrialPoint> points) =>
    [
        .. points.SelectMany(point => point.Bits.Keys).Distinct()
            .OrderBy(Rank).ThenBy(name => name, StringComparer.Ordinal)
            .Select(name => new ViewTensor(name, IsConstant(name))),
    ];

    private static bool IsConstant(string name) =>
        name == TensorNames.Positions || name.EndsWith(WeightSuffix, StringComparison.Ordinal);

    // Before all blocks, in one, after all; then the place there.
    private static (int Group, int Place) Rank(string name)
    {
        var tensor = name.EndsWith(WeightSuffix, StringComparison.Ordinal) ? name[..^WeightSuffix.Length] : name;
        if (Before.IndexOf(tensor) is >= 0 and var first)
            return (-1, first);
        if (After.IndexOf(tensor) is >= 0 and var end)
            return (Last, end);
        return InBlock(tensor);
    }

    private static (int Group, int Place) InBlock(string tensor)
    {
        var dot = tensor.IndexOf('.', StringComparison.Ordinal);
        var named = dot > Layer.Length && tensor.StartsWith(Layer, StringComparison.Ordinal);
        if (!named || !int.TryParse(tensor[Layer.Length..dot], CultureInfo.InvariantCulture, out var layer))
            return (Last, Last);
        var place = Block.IndexOf(tensor[(dot + 1)..]);
        return (layer, place < 0 ? Last : place);
    }
}

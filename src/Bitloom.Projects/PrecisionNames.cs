using Bitloom.Training;

namespace Bitloom.Projects;

/// <summary>The names that can be given a width of their own.</summary>
public static class PrecisionNames
{
    /// <summary>Activations, weight matrices and the positions.</summary>
    public static IEnumerable<string> All(ModelSection model) =>
    [
        .. TensorNames.Activations(model.Layers, model.Normalization, model.Activation),
        .. TensorNames.WeightMatrices(model.Layers),
        TensorNames.Positions,
    ];
}

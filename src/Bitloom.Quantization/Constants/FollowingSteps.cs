using Bitloom.Diagnostics;
using Bitloom.Ir;
using Bitloom.Tensors;
using Bitloom.Training;

namespace Bitloom.Quantization.Constants;

/// <summary>The steps that are no products, each after the product that it reads.</summary>
internal sealed class FollowingSteps(EncoderShape shape, EncoderTensors tensors, int exponentialBits, int shift)
{
    private readonly List<Diagnostic> _faults = [];

    /// <summary>What stood in the way of a step.</summary>
    public IReadOnlyList<Diagnostic> Faults => _faults;

    /// <summary>The step that reads <paramref name="product"/>, if there is one.</summary>
    public IEnumerable<EncoderStep> After(Tensor product)
    {
        if (product.Name.Split('.') is not [var block, var name])
            return [];
        return name switch
        {
            "scores" =>
                [SoftmaxTable.Step(product, tensors[block + ".probabilities"], exponentialBits, shape.Causal)],
            TensorNames.Argument => [UnaryTable.Step(product, tensors[block + ".hidden"], UnaryFunction.Gelu)],
            "attention" when shape.NormalizesTokens => Norm(product, tensors[block + "." + TensorNames.AttentionNorm]),
            "output" when shape.NormalizesTokens => Norm(product, tensors[block + "." + TensorNames.OutputNorm]),
            _ => [],
        };
    }

    private NormStep[] Norm(Tensor sums, Tensor normalized)
    {
        var centered = shape.Normalization == Normalization.Layer;
        if (NormConstants.Step(sums, normalized, centered, shift) is { } step)
            return [step];
        _faults.Add(NormConstants.None(sums, normalized));
        return [];
    }
}

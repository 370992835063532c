namespace Bitloom.Training;

/// <summary>What the format of an activation tensor must be (docs/arithmetic.md).</summary>
/// <param name="Affine">Any zero point is possible; otherwise it is 0.</param>
/// <param name="Unit">It holds 0 .. 1, so that its scale follows from its bits.</param>
public readonly record struct TensorRule(bool Signed, bool Affine, bool Unit)
{
    private static readonly TensorRule Centered = new(true, false, false);
    private static readonly TensorRule Free = new(true, true, false);

    /// <summary>By the name's last part.</summary>
    public static TensorRule Of(string name, EncoderShape shape) => name[(name.LastIndexOf('.') + 1)..] switch
    {
        "query" or "key" or "value" or TensorNames.Positions => Centered,
        TensorNames.AttentionNorm or TensorNames.OutputNorm => Centered,
        "attention" or "output" when name != TensorNames.Output && shape.Normalization == Normalization.Rms => Centered,
        "probabilities" => new TensorRule(false, false, true),
        "hidden" when shape.Activation == Activation.Relu => new TensorRule(false, false, false),
        _ => Free,
    };
}

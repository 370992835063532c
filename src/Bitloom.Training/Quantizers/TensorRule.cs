namespace Bitloom.Training;

/// <summary>What the format of an activation tensor may be (docs/arithmetic.md).</summary>
internal readonly record struct TensorRule(bool Signed, bool Affine, bool Unit)
{
    /// <summary>By the last part of the name.</summary>
    public static TensorRule Of(string name) => name[(name.LastIndexOf('.') + 1)..] switch
    {
        "query" or "key" or "value" or TensorNames.Positions => new TensorRule(true, false, false),
        "probabilities" => new TensorRule(false, false, true),
        "hidden" => new TensorRule(false, false, false),
        _ => new TensorRule(true, true, false),
    };
}

namespace Bitloom.Fuzzing;

/// <summary>What a random graph looks like; null means: drawn from the seed.</summary>
public sealed record RandomGraphOptions
{
    /// <summary>n, tokens; drawn from 1..12.</summary>
    public int? Window { get; init; }

    /// <summary>m, inputs a token; drawn from 1..5.</summary>
    public int? Features { get; init; }

    /// <summary>Attention heads; drawn from 1, 2, 4.</summary>
    public int? Heads { get; init; }

    /// <summary>Width of a head, so that d = heads times this; drawn from 1..6.</summary>
    public int? HeadDimension { get; init; }

    /// <summary>Width of the hidden tensor; drawn from 1..3 d.</summary>
    public int? HiddenDimension { get; init; }

    /// <summary>Blocks; drawn from 1..2.</summary>
    public int? Layers { get; init; }

    /// <summary>Numbers predicted; drawn from 1..4.</summary>
    public int? Outputs { get; init; }

    /// <summary>Fewest bits of a tensor.</summary>
    public int MinimumBits { get; init; } = 2;

    /// <summary>Most bits of a tensor.</summary>
    public int MaximumBits { get; init; } = 8;

    /// <summary>Bits of an exponential, the same in all layers; drawn from 4..12.</summary>
    public int? ExponentialBits { get; init; }

    /// <summary>Bits of M and N; drawn a matrix product from 6..18.</summary>
    public int? MultiplierBits { get; init; }

    /// <summary>Whether matrix products that may have a residual have one; drawn a product.</summary>
    public bool? Residuals { get; init; }

    /// <summary>
    /// Whether activations that are only ever the A operand or a residual may be unsigned; the hidden tensor mostly is.
    /// </summary>
    public bool UnsignedActivations { get; init; } = true;

    /// <summary>Whether some tensors are looked up in tables before they are read.</summary>
    public bool Lookups { get; init; }

    /// <summary>Whether some tensors are normalized before they are read.</summary>
    public bool Norms { get; init; }

    /// <summary>Width of normalized tokens; that of the first one when null.</summary>
    public int? NormFeatures { get; init; }

    /// <summary>Whether some softmaxes are causal.</summary>
    public bool Causal { get; init; }

    /// <summary>Whether some graphs have several outputs.</summary>
    public bool SeveralOutputs { get; init; }

    /// <summary>Graphs with every operation that an engine has.</summary>
    public static RandomGraphOptions OfEngines { get; } = new() { Lookups = true, Norms = true, Causal = true, SeveralOutputs = true };

    /// <summary>Graphs with every operation.</summary>
    public static RandomGraphOptions Everything { get; } =
        new() { Lookups = true, Norms = true, Causal = true, SeveralOutputs = true };
}

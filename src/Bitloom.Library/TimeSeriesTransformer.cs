using Bitloom.Training;

namespace Bitloom;

/// <summary>
/// The shape of an encoder for windows of a series: the section <c>model</c>. What is missing follows from the data;
/// its operations are those of docs/arithmetic.md.
/// </summary>
public sealed record TimeSeriesTransformer : SectionSettings
{
    /// <summary>d, numbers of a token.</summary>
    public int? Dimension { get; init; }

    /// <summary>Attention heads; divides the dimension.</summary>
    public int? Heads { get; init; }

    /// <summary>Encoder blocks.</summary>
    public int? Layers { get; init; }

    /// <summary>Hidden width over d.</summary>
    public int? FeedForwardRatio { get; init; }

    /// <summary>What follows each residual sum.</summary>
    public Normalization? Normalization { get; init; }

    /// <summary>Between the two feed-forward layers.</summary>
    public Activation? Activation { get; init; }

    /// <summary>A token attends to itself and earlier ones only.</summary>
    public bool? Causal { get; init; }
}

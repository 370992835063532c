namespace Bitloom;

/// <summary>
/// The widths of the integers, and how the model is brought to them: the section <c>quantization</c>.
/// </summary>
public sealed record QuantizationSettings : SectionSettings
{
    /// <summary>Of every tensor and weight matrix, 2..8.</summary>
    public int? Bits { get; init; }

    /// <summary>Of single tensors and weight matrices, by their names in docs/arithmetic.md.</summary>
    public IReadOnlyDictionary<string, int>? Tensors { get; init; }

    /// <summary>Of the softmax's exponentials.</summary>
    public int? ExponentialBits { get; init; }

    /// <summary>Of the epilogue's multipliers, sign included.</summary>
    public int? MultiplierBits { get; init; }
}

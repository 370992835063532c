namespace Bitloom.Tensors;

/// <summary>
/// A contiguous, row-major float32 tensor. A parameter lives as long as its model and keeps its gradient between steps;
/// every other tensor belongs to the <see cref="Tape"/> that made it and is gone after <see cref="Tape.Reset"/>.
/// </summary>
public sealed class FloatTensor
{
    internal FloatTensor(TensorShape shape, float[] values, bool needsGradient)
    {
        if (values.Length != shape.Size)
            throw new ArgumentException($"{values.Length} values do not fill {shape}.", nameof(values));
        Shape = shape;
        Values = values;
        NeedsGradient = needsGradient;
    }

    /// <summary>The sizes.</summary>
    public TensorShape Shape { get; }

    /// <summary>The elements, row-major.</summary>
    public float[] Values { get; }

    /// <summary>d loss / d element; null before anything was added to it.</summary>
    public float[]? Gradient { get; internal set; }

    /// <summary>The tape that made it; null for what outlives tapes.</summary>
    internal Tape? Owner { get; init; }

    /// <summary>The elements with rows and columns exchanged, where a tape keeps them.</summary>
    internal float[]? Transposed { get; set; }

    /// <summary>Whether the backward pass computes <see cref="Gradient"/>. Frozen parameters set it to false.</summary>
    public bool NeedsGradient { get; set; }

    /// <summary>A trainable tensor that outlives the tape; its gradient starts at zero.</summary>
    public static FloatTensor Parameter(TensorShape shape, float[] values) =>
        new(shape, values, needsGradient: true) { Gradient = new float[shape.Size] };

    /// <summary>A tensor without a gradient that outlives the tape.</summary>
    public static FloatTensor Constant(TensorShape shape, float[] values) => new(shape, values, needsGradient: false);
}

namespace Bitloom.Quantization.Forward;

/// <summary>The memory of one evaluation: every tensor of a block of windows, padded, and one product's sums.</summary>
internal sealed class ForwardBuffers
{
    private readonly Dictionary<string, float[]> _tensors = new(StringComparer.Ordinal);

    public ForwardBuffers(IntegerEncoder encoder, int windows)
    {
        Add(encoder.Input, windows);
        foreach (var step in encoder.Steps)
            Add(step.Output, windows);
        var largest = _tensors.Values.Max(values => values.Length);
        Sums = new double[largest];
        HeadSums = new double[largest];
        Operand = new float[largest];
    }

    /// <summary>Sums of a product, rows as in its output.</summary>
    public double[] Sums { get; }

    /// <summary>Sums of one head.</summary>
    public double[] HeadSums { get; }

    /// <summary>One head's B operand as depth x padded columns.</summary>
    public float[] Operand { get; }

    /// <summary>A tensor, window by window, rows padded.</summary>
    public float[] this[string tensor] => _tensors[tensor];

    private void Add(Ir.Tensor tensor, int windows) =>
        _tensors.Add(tensor.Name, new float[windows * tensor.Rows * PaddedRows.Stride(tensor.Columns)]);
}

using Bitloom.Ir;
using Bitloom.Training;

namespace Bitloom.Quantization.Constants;

/// <summary>The encoder's activation tensors and positions with their shapes, by name.</summary>
internal sealed class EncoderTensors
{
    private readonly Dictionary<string, Tensor> _tensors = new(StringComparer.Ordinal);
    private readonly QuantizedEncoder _encoder;

    public EncoderTensors(QuantizedEncoder encoder)
    {
        _encoder = encoder;
        var shape = encoder.Weights.Shape;
        Add(TensorNames.Input, shape.Window, shape.Features);
        Add(TensorNames.Positions, shape.Window, shape.Dimension);
        Add(TensorNames.Embedding, shape.Window, shape.Dimension);
        for (var layer = 0; layer < shape.Layers; layer++)
            AddBlock(layer, shape);
        Add(TensorNames.Pooled, 1, shape.Dimension);
        Add(TensorNames.Output, 1, shape.Outputs);
    }

    /// <summary>The tensor called <paramref name="name"/>.</summary>
    public Tensor this[string name] => _tensors[name];

    private void AddBlock(int layer, EncoderShape shape)
    {
        foreach (var name in TensorNames.BlockTensors(shape.Normalization, shape.Activation))
        {
            var stacked = name is "scores" or "probabilities";
            var columns = stacked ? shape.Window : name is "hidden" or TensorNames.Argument ? shape.HiddenDimension : shape.Dimension;
            Add(TensorNames.Block(layer, name), stacked ? shape.Heads * shape.Window : shape.Window, columns);
        }
    }

    private void Add(string name, int rows, int columns)
    {
        var quantizer = _encoder.Tensors[name];
        var format = new IntegerFormat(quantizer.Bits, quantizer.Signed);
        var affine = new AffineScale(quantizer.Scale, quantizer.ZeroPoint);
        _tensors.Add(name, new Tensor(name, rows, columns, format, affine));
    }
}

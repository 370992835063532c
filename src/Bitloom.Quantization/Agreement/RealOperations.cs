using System.Numerics.Tensors;
using Bitloom.Ir;
using Bitloom.Quantization.Constants;
using Bitloom.Training;

namespace Bitloom.Quantization;

/// <summary>
/// Each operation of the encoder in double precision, as it is written for real numbers, from integer inputs. It reads
/// scales, weights and normalization from the trained encoder and none of the integer constants. The softmax's
/// exponentials are the rounded ones: their formula is the definition (docs/arithmetic.md).
/// </summary>
internal sealed class RealOperations
{
    private readonly QuantizedEncoder _encoder;
    private readonly EncoderShape _shape;
    private readonly EncoderTensors _tensors;
    private readonly Dictionary<string, DenseLayer> _layers = new(StringComparer.Ordinal);

    public RealOperations(QuantizedEncoder encoder)
    {
        (_encoder, _shape, _tensors) = (encoder, encoder.Weights.Shape, new EncoderTensors(encoder));
        var last = TensorNames.Embedding;
        Add(last, TensorNames.Input, encoder.Weights.Embedding, null, TensorNames.Positions);
        for (var layer = 0; layer < _shape.Layers; layer++)
            last = AddBlock(layer, last);
        Add(TensorNames.Output, TensorNames.Pooled, encoder.Weights.Head, null, null);
    }

    private sealed record DenseLayer(
        string Input, DenseWeights Dense, double[] Weights, ChannelAffine? Normalization, string? Residual);

    /// <summary>One window's output of a step in LSB (real / scale + zero point), not rounded, not clamped.</summary>
    public double[] Of(EncoderStep step, EncoderTrace trace, int window)
    {
        double[] Real(string name) => Reals(name, trace, window);
        var values = step switch
        {
            SoftmaxStep softmax => Softmax(softmax, trace, window),
            ProductStep { Kind: MatMulKind.AttentionScores } scores => Scores(Real(scores.A), Real(scores.B)),
            ProductStep { Kind: MatMulKind.AttentionContext } context => Context(Real(context.A), Real(context.B)),
            ProductStep { A: TensorNames.Pool } pool => Pool(Real(pool.B)),
            _ => Dense(_layers[step.Output.Name], Real),
        };
        return [.. values.Select(value => value / step.Output.Affine.Scale + step.Output.Affine.ZeroPoint)];
    }

    private string AddBlock(int layer, string input)
    {
        string Name(string tensor) => TensorNames.Block(layer, tensor);
        var weights = _encoder.Weights.Blocks[layer];
        Add(Name("query"), input, weights.Query, null, null);
        Add(Name("key"), input, weights.Key, null, null);
        Add(Name("value"), input, weights.Value, null, null);
        Add(Name("attention"), Name("context"), weights.Attention, weights.AttentionNormalization, input);
        Add(Name("hidden"), Name("attention"), weights.Hidden, null, null);
        Add(Name("output"), Name("hidden"), weights.Output, weights.OutputNormalization, Name("attention"));
        return Name("output");
    }

    private void Add(string name, string input, DenseWeights dense, ChannelAffine? normalization, string? residual)
    {
        var quantizer = _encoder.WeightMatrices[TensorNames.Weight(name)];
        var weights = WeightCodes.Of(dense, quantizer).Select((q, i) => q * quantizer.Scales[i % dense.Outputs]);
        _layers.Add(name, new DenseLayer(input, dense, [.. weights], normalization, residual));
    }

    private double[] Reals(string name, EncoderTrace trace, int window)
    {
        var tensor = _tensors[name];
        var integers = name == TensorNames.Positions
            ? WeightCodes.Of(_encoder.Weights.Positions, _encoder.Tensors[name]).AsSpan()
            : trace.Of(tensor, window);
        var reals = new double[integers.Length];
        for (var i = 0; i < reals.Length; i++)
            reals[i] = HostQuantizer.Dequantize(integers[i], tensor);
        return reals;
    }

    private static double[] Dense(DenseLayer layer, Func<string, double[]> real)
    {
        var (inputs, outputs, x) = (layer.Dense.Inputs, layer.Dense.Outputs, real(layer.Input));
        var residual = layer.Residual is null ? null : real(layer.Residual);
        var values = new double[x.Length / inputs * outputs];
        for (var i = 0; i < values.Length; i++)
        {
            var (row, column) = Math.DivRem(i, outputs);
            double sum = layer.Dense.Bias[column];
            for (var k = 0; k < inputs; k++)
                sum += x[row * inputs + k] * layer.Weights[k * outputs + column];
            sum += residual?[i] ?? 0;
            values[i] = layer.Normalization is { } n ? n.Scale[column] * sum + n.Shift[column] : sum;
        }

        return values;
    }

    private double[] Scores(double[] query, double[] key)
    {
        var (n, d, width) = (_shape.Window, _shape.Dimension, _shape.HeadDimension);
        return Each(_shape.Heads * n, n, (row, column) =>
        {
            var (head, token) = Math.DivRem(row, n);
            var sum = 0.0;
            for (var k = head * width; k < (head + 1) * width; k++)
                sum += query[token * d + k] * key[column * d + k];
            return sum / Math.Sqrt(width);
        });
    }

    private double[] Softmax(SoftmaxStep step, EncoderTrace trace, int window)
    {
        var tensor = _tensors[step.Scores];
        var values = new double[tensor.Count];
        for (var row = 0; row < tensor.Rows; row++)
        {
            var scores = trace.Of(tensor, window).Slice(row * tensor.Columns, tensor.Columns);
            var result = values.AsSpan(row * tensor.Columns, tensor.Columns);
            var maximum = TensorPrimitives.Max(scores);
            for (var j = 0; j < result.Length; j++)
                result[j] = Exponential(maximum - scores[j]);
            TensorPrimitives.Divide(result, TensorPrimitives.Sum<double>(result), result);
        }

        return values;

        double Exponential(int difference) => Rounding.HalfUp(
            ((1 << step.ExponentialBits) - 1) * Math.Exp(-tensor.Affine.Scale * difference));
    }

    private double[] Context(double[] probabilities, double[] value)
    {
        var (n, d) = (_shape.Window, _shape.Dimension);
        return Each(n, d, (row, column) =>
        {
            var head = column / _shape.HeadDimension;
            var sum = 0.0;
            for (var k = 0; k < n; k++)
                sum += probabilities[(head * n + row) * n + k] * value[k * d + column];
            return sum;
        });
    }

    private double[] Pool(double[] block)
    {
        var d = _shape.Dimension;
        return Each(1, d, (_, column) =>
            Enumerable.Range(0, _shape.Window).Sum(k => block[k * d + column]) / _shape.Window);
    }

    private static double[] Each(int rows, int columns, Func<int, int, double> value)
    {
        var values = new double[rows * columns];
        for (var i = 0; i < values.Length; i++)
            values[i] = value(i / columns, i % columns);
        return values;
    }
}

using System.Numerics.Tensors;
using Bitloom.Ir;
using Bitloom.Quantization.Constants;
using Bitloom.Tensors;
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
        var last = new TokenSource(TensorNames.Embedding, null);
        Add(last.Tensor, new(TensorNames.Input, encoder.Weights.Embedding)
        {
            Residual = new(TensorNames.Positions, null),
        });
        for (var layer = 0; layer < _shape.Layers; layer++)
            last = AddBlock(layer, last);
        Add(TensorNames.Output, new(TensorNames.Pooled, encoder.Weights.Head));
    }

    /// <summary>Tokens and what a residual branch makes of them.</summary>
    private sealed record TokenSource(string Tensor, ChannelAffine? Affine);

    private sealed record DenseLayer(string Input, DenseWeights Dense)
    {
        public double[] Weights { get; init; } = [];

        public ChannelAffine? Normalization { get; init; }

        public TokenSource? Residual { get; init; }
    }

    /// <summary>One window's output of a step in LSB (real / scale + zero point), not rounded, not clamped.</summary>
    public double[] Of(EncoderStep step, EncoderTrace trace, int window)
    {
        double[] Real(string name) => Reals(name, trace, window);
        var values = step switch
        {
            SoftmaxStep softmax => Softmax(softmax, trace, window),
            LookupStep lookup => [.. Real(lookup.Input).Select(x => lookup.Function.Of(x))],
            NormStep norm => Norm(norm, Real(norm.Input)),
            ProductStep { Kind: MatMulKind.AttentionScores } scores => Scores(Real(scores.A), Real(scores.B)),
            ProductStep { Kind: MatMulKind.AttentionContext } context => Context(Real(context.A), Real(context.B)),
            ProductStep { A: TensorNames.Pool } pool => Pool(Real(pool.B)),
            _ => Dense(_layers[step.Output.Name], Real),
        };
        return [.. values.Select(value => value / step.Output.Affine.Scale + step.Output.Affine.ZeroPoint)];
    }

    private TokenSource AddBlock(int layer, TokenSource input)
    {
        string Name(string tensor) => TensorNames.Block(layer, tensor);
        var (weights, tokens) = (_encoder.Weights.Blocks[layer], _shape.NormalizesTokens);
        Add(Name("query"), new(input.Tensor, weights.Query));
        Add(Name("key"), new(input.Tensor, weights.Key));
        Add(Name("value"), new(input.Tensor, weights.Value));
        Add(Name("attention"), new(Name("context"), weights.Attention)
        {
            Normalization = tokens ? null : weights.AttentionNormalization,
            Residual = input,
        });
        var attention = tokens
            ? new TokenSource(Name(TensorNames.AttentionNorm), weights.AttentionNormalization)
            : new(Name("attention"), null);
        Add(Name("hidden"), new(attention.Tensor, weights.Hidden));
        if (_shape.Activation != Activation.Relu)
            _layers.Add(Name(TensorNames.Argument), _layers[Name("hidden")]);
        Add(Name("output"), new(Name("hidden"), weights.Output)
        {
            Normalization = tokens ? null : weights.OutputNormalization,
            Residual = attention,
        });
        return tokens ? new(Name(TensorNames.OutputNorm), weights.OutputNormalization) : new(Name("output"), null);
    }

    private void Add(string name, DenseLayer layer)
    {
        var (quantizer, outputs) = (_encoder.WeightMatrices[TensorNames.Weight(name)], layer.Dense.Outputs);
        var weights = WeightCodes.Of(layer.Dense, quantizer).Select((q, i) => q * quantizer.Scales[i % outputs]);
        _layers.Add(name, layer with { Weights = [.. weights] });
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
        var residual = layer.Residual is null ? null : Branch(layer.Residual, real(layer.Residual.Tensor), outputs);
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

    private static double[] Branch(TokenSource source, double[] tokens, int columns) => source.Affine is { } affine
        ? [.. tokens.Select((x, i) => affine.Scale[i % columns] * (double)x + affine.Shift[i % columns])]
        : tokens;

    private double[] Norm(NormStep step, double[] sums)
    {
        var columns = step.Output.Columns;
        var epsilon = TokenNormOperation.RealEpsilon(columns, _tensors[step.Input].Affine.Scale);
        return [.. sums.Chunk(columns).SelectMany(row =>
        {
            var mean = step.Centered ? row.Average() : 0;
            var deviation = Math.Sqrt(row.Average(x => (x - mean) * (x - mean)) + epsilon);
            return row.Select(x => (x - mean) / deviation);
        })];
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
            var seen = step.Causal ? row % tensor.Columns + 1 : tensor.Columns;
            var scores = trace.Of(tensor, window).Slice(row * tensor.Columns, seen);
            var result = values.AsSpan(row * tensor.Columns, seen);
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

using Bitloom.Training;

namespace Bitloom.Tests.Quantization;

/// <summary>The encoder in double precision without quantization, to find ranges as training would.</summary>
internal static class RealForward
{
    public static Dictionary<string, double[]> Run(EncoderWeights weights, double[] window)
    {
        var shape = weights.Shape;
        var tensors = new Dictionary<string, double[]>(StringComparer.Ordinal) { [TensorNames.Input] = window };
        double[] positions = [.. weights.Positions.Select(p => (double)p)];
        tensors[TensorNames.Positions] = positions;
        var x = Dense(window, weights.Embedding, null, positions);
        tensors[TensorNames.Embedding] = x;
        ChannelAffine? branch = null;
        for (var layer = 0; layer < shape.Layers; layer++)
        {
            x = Block(weights, layer, x, branch, tensors);
            branch = Tokens(shape) ? weights.Blocks[layer].OutputNormalization : null;
        }

        var d = shape.Dimension;
        var tokens = Enumerable.Range(0, shape.Window).ToArray();
        double[] pooled = [.. Enumerable.Range(0, d).Select(j => tokens.Average(i => x[i * d + j]))];
        tensors[TensorNames.Pooled] = pooled;
        tensors[TensorNames.Output] = Dense(pooled, weights.Head, null, null);
        return tensors;
    }

    private static bool Tokens(EncoderShape shape) => shape.Normalization is Normalization.Layer or Normalization.Rms;

    private static double[] Block(
        EncoderWeights weights, int layer, double[] x, ChannelAffine? branch, Dictionary<string, double[]> tensors)
    {
        var (shape, block) = (weights.Shape, weights.Blocks[layer]);
        double[] Keep(string name, double[] values) => tensors[TensorNames.Block(layer, name)] = values;
        var query = Keep("query", Dense(x, block.Query, null, null));
        var key = Keep("key", Dense(x, block.Key, null, null));
        var value = Keep("value", Dense(x, block.Value, null, null));
        var scores = Keep("scores", Scores(shape, query, key));
        var probabilities = Keep("probabilities", Softmax(shape, scores));
        var context = Keep("context", Context(shape, probabilities, value));
        var batch = Tokens(shape) ? null : block.AttentionNormalization;
        var attention = Keep("attention", Dense(context, block.Attention, batch, Affine(x, branch)));
        if (Tokens(shape))
            attention = Keep("attentionNorm", Normalize(shape, attention));
        var argument = Dense(attention, block.Hidden, null, null);
        if (shape.Activation == Activation.Gelu)
            Keep("argument", argument);
        var hidden = Keep("hidden", [.. argument.Select(v => shape.Activation == Activation.Relu ? Math.Max(v, 0) : Gelu(v))]);
        var second = Tokens(shape) ? Affine(attention, block.AttentionNormalization) : attention;
        var output = Keep("output", Dense(hidden, block.Output, Tokens(shape) ? null : block.OutputNormalization, second));
        return Tokens(shape) ? Keep("outputNorm", Normalize(shape, output)) : output;
    }

    // By Simpson's rule over the normal density.
    private static double Gelu(double x)
    {
        const int Steps = 400;
        double Density(double t) => Math.Exp(-t * t / 2) / Math.Sqrt(2 * Math.PI);
        var sum = Density(0) + Density(x);
        for (var i = 1; i < Steps; i++)
            sum += Density(x * i / Steps) * (i % 2 == 0 ? 2 : 4);
        return x * (0.5 + sum * x / (3 * Steps));
    }

    private static double[] Affine(double[] x, ChannelAffine? affine) => affine is null
        ? x
        : [.. x.Select((v, i) => affine.Scale[i % affine.Scale.Length] * v + affine.Shift[i % affine.Shift.Length])];

    private static double[] Normalize(EncoderShape shape, double[] sums) =>
        [.. sums.Chunk(shape.Dimension).SelectMany(row =>
        {
            var mean = shape.Normalization == Normalization.Layer ? row.Average() : 0;
            return row.Select(v => (v - mean) / Math.Sqrt(row.Average(w => (w - mean) * (w - mean)) + 1e-5));
        })];

    private static double[] Dense(double[] x, DenseWeights dense, ChannelAffine? affine, double[]? residual)
    {
        var values = new double[x.Length / dense.Inputs * dense.Outputs];
        for (var i = 0; i < values.Length; i++)
        {
            var (row, column) = Math.DivRem(i, dense.Outputs);
            var sum = dense.Bias[column] + (residual?[i] ?? 0);
            for (var k = 0; k < dense.Inputs; k++)
                sum += x[row * dense.Inputs + k] * dense.Weight[k * dense.Outputs + column];
            values[i] = affine is null ? sum : affine.Scale[column] * sum + affine.Shift[column];
        }

        return values;
    }

    private static double[] Scores(EncoderShape shape, double[] query, double[] key)
    {
        var (n, d, width) = (shape.Window, shape.Dimension, shape.HeadDimension);
        var values = new double[shape.Heads * n * n];
        for (var i = 0; i < values.Length; i++)
        {
            var (head, row, column) = (i / (n * n), i / n % n, i % n);
            for (var k = head * width; k < (head + 1) * width; k++)
                values[i] += query[row * d + k] * key[column * d + k] / Math.Sqrt(width);
        }

        return values;
    }

    private static double[] Softmax(EncoderShape shape, double[] scores)
    {
        var n = shape.Window;
        bool Sees(int i) => !shape.Causal || i % n <= i / n % n;
        var values = scores.Select((v, i) => Sees(i) ? Math.Exp(v) : 0).ToArray();
        return [.. values.Select((v, i) => v / values.Skip(i / n * n).Take(n).Sum())];
    }

    private static double[] Context(EncoderShape shape, double[] probabilities, double[] value)
    {
        var (n, d) = (shape.Window, shape.Dimension);
        var values = new double[n * d];
        for (var i = 0; i < values.Length; i++)
        {
            var head = i % d / shape.HeadDimension;
            for (var k = 0; k < n; k++)
                values[i] += probabilities[(head * n + i / d) * n + k] * value[k * d + i % d];
        }

        return values;
    }
}

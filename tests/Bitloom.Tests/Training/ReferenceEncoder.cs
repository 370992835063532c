using Bitloom.Tensors;
using Bitloom.Training;

namespace Bitloom.Tests.Training;

/// <summary>The encoder a second time, plainly and in double precision, from its exported weights.</summary>
internal static class ReferenceEncoder
{
    public static double[] Predict(EncoderWeights weights, double[] window)
    {
        var (n, d) = (weights.Shape.Window, weights.Shape.Dimension);
        var x = Dense(weights.Embedding, window).Select((v, i) => v + weights.Positions[i]).ToArray();
        ChannelAffine? branch = null;
        foreach (var block in weights.Blocks)
        {
            x = Block(weights.Shape, block, x, branch);
            branch = OfTokens(weights.Shape) ? block.OutputNormalization : null;
        }

        var pooled = Enumerable.Range(0, d).Select(j => Enumerable.Range(0, n).Average(i => x[i * d + j]));
        return Dense(weights.Head, [.. pooled]);
    }

    private static bool OfTokens(EncoderShape shape) =>
        shape.Normalization is Normalization.Layer or Normalization.Rms;

    private static double[] Block(EncoderShape shape, EncoderBlockWeights block, double[] x, ChannelAffine? branch)
    {
        var context = Attend(shape, Dense(block.Query, x), Dense(block.Key, x), Dense(block.Value, x));
        var sums = Sum(Dense(block.Attention, context), branch is null ? x : Affine(branch, x));
        var attention = OfTokens(shape) ? Tokens(shape, sums) : Affine(block.AttentionNormalization, sums);
        var hidden = Dense(block.Hidden, attention)
            .Select(v => shape.Activation == Activation.Relu ? Math.Max(v, 0) : v * UnaryFunctions.Integral(v)).ToArray();
        var second = Sum(
            Dense(block.Output, hidden), OfTokens(shape) ? Affine(block.AttentionNormalization, attention) : attention);
        return OfTokens(shape) ? Tokens(shape, second) : Affine(block.OutputNormalization, second);
    }

    private static double[] Tokens(EncoderShape shape, double[] x) => [.. x.Chunk(shape.Dimension).SelectMany(row =>
    {
        var mean = shape.Normalization == Normalization.Layer ? row.Average() : 0;
        return row.Select(v => (v - mean) / Math.Sqrt(row.Average(w => (w - mean) * (w - mean)) + 1e-5));
    })];

    private static double[] Attend(EncoderShape shape, double[] query, double[] key, double[] value)
    {
        var (n, d, width) = (shape.Window, shape.Dimension, shape.HeadDimension);
        var context = new double[n * d];
        for (var head = 0; head < shape.Heads; head++)
            for (var i = 0; i < n; i++)
            {
                var columns = Enumerable.Range(head * width, width).ToArray();
                var e = Enumerable.Range(0, n).Select(j => shape.Causal && j > i ? 0 : Math.Exp(
                    columns.Sum(c => query[i * d + c] * key[j * d + c]) / Math.Sqrt(width))).ToArray();
                foreach (var c in columns)
                    context[i * d + c] = Enumerable.Range(0, n).Sum(j => e[j] * value[j * d + c]) / e.Sum();
            }

        return context;
    }

    private static double[] Dense(DenseWeights dense, double[] x) =>
        [.. Enumerable.Range(0, x.Length / dense.Inputs).SelectMany(i => Enumerable.Range(0, dense.Outputs).Select(j =>
            dense.Bias[j] + Enumerable.Range(0, dense.Inputs)
                .Sum(k => x[i * dense.Inputs + k] * dense.Weight[k * dense.Outputs + j])))];

    private static double[] Sum(double[] a, double[] b) => [.. a.Zip(b, (x, y) => x + y)];

    private static double[] Affine(ChannelAffine affine, double[] x) =>
        [.. x.Select((v, i) => affine.Scale[i % affine.Scale.Length] * v + affine.Shift[i % affine.Shift.Length])];
}

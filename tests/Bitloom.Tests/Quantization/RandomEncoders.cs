using System.Collections.Immutable;
using Bitloom.Training;

namespace Bitloom.Tests.Quantization;

/// <summary>Seeded encoders with random weights and the ranges that they really have.</summary>
internal static class RandomEncoders
{
    /// <summary>An encoder of any shape with 2 to 8 bits a tensor.</summary>
    public static QuantizedEncoder Any(int seed) => Any(seed, shape => shape);

    /// <summary>The same with normalized tokens, GELU and causal masks.</summary>
    public static QuantizedEncoder AnyFurther(int seed) => Any(seed, shape => shape with
    {
        Normalization = (Normalization)(1 + (seed + 1) % 3),
        Activation = (Activation)(seed / 3 % 2),
        Causal = seed % 5 < 2,
    });

    private static QuantizedEncoder Any(int seed, Func<EncoderShape, EncoderShape> change)
    {
        var random = new Random(seed);
        var heads = 1 << random.Next(3);
        var shape = new EncoderShape(
            random.Next(1, 14),
            random.Next(1, 5),
            heads * random.Next(1, 9),
            heads,
            random.Next(1, 3),
            random.Next(1, 5),
            random.Next(1, 4),
            (Normalization)random.Next(2));
        return Create(change(shape), random, () => random.Next(2, 9));
    }

    /// <summary>An encoder of one shape with the same bits everywhere.</summary>
    public static QuantizedEncoder Create(EncoderShape shape, int bits, int seed) =>
        Create(shape, new Random(seed), () => bits);

    /// <summary>Inputs that fill the range of the input and sometimes leave it.</summary>
    public static float[] Windows(EncoderShape shape, int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count * shape.Window * shape.Features).Select(_ => Normal(random))];
    }

    public static EncoderWeights Weights(EncoderShape shape, Random random)
    {
        var d = shape.Dimension;
        var positions = Enumerable.Range(0, shape.Window * d)
            .Select(i => (float)Math.Sin(i / d / Math.Pow(100, (double)(i % d) / d) + i % 2));
        var embedding = Dense(random, shape.Features, d);
        var blocks = Enumerable.Range(0, shape.Layers).Select(_ => Block(random, shape)).ToImmutableArray();
        return new EncoderWeights(shape, embedding, [.. positions], blocks, Dense(random, d, shape.Outputs));
    }

    private static QuantizedEncoder Create(EncoderShape shape, Random random, Func<int> bits)
    {
        var weights = Weights(shape, random);
        var runs = Enumerable.Range(0, 6)
            .Select(i => RealForward.Run(weights, [.. Windows(shape, 1, 1000 + i).Select(v => (double)v)]))
            .ToArray();
        var tensors = runs[0].Keys.ToImmutableSortedDictionary(
            name => name,
            name => Quantizer(shape, name, bits(), [.. runs.SelectMany(run => run[name])]),
            StringComparer.Ordinal);
        return new QuantizedEncoder(weights, tensors, Matrices(weights, bits));
    }

    public static ImmutableSortedDictionary<string, WeightQuantizer> Matrices(EncoderWeights weights, Func<int> bits) =>
        Layers(weights).ToImmutableSortedDictionary(
            pair => TensorNames.Weight(pair.Name), pair => Quantizer(pair.Dense, bits()), StringComparer.Ordinal);

    private static IEnumerable<(string Name, DenseWeights Dense)> Layers(EncoderWeights weights)
    {
        yield return (TensorNames.Embedding, weights.Embedding);
        for (var layer = 0; layer < weights.Blocks.Length; layer++)
        {
            var block = weights.Blocks[layer];
            yield return (TensorNames.Block(layer, "query"), block.Query);
            yield return (TensorNames.Block(layer, "key"), block.Key);
            yield return (TensorNames.Block(layer, "value"), block.Value);
            yield return (TensorNames.Block(layer, "attention"), block.Attention);
            yield return (TensorNames.Block(layer, "hidden"), block.Hidden);
            yield return (TensorNames.Block(layer, "output"), block.Output);
        }

        yield return (TensorNames.Output, weights.Head);
    }

    private static WeightQuantizer Quantizer(DenseWeights dense, int bits)
    {
        var limit = (1 << (bits - 1)) - 1;
        var largest = Enumerable.Repeat(1e-8, dense.Outputs).ToArray();
        for (var i = 0; i < dense.Weight.Length; i++)
            largest[i % dense.Outputs] = Math.Max(largest[i % dense.Outputs], Math.Abs(dense.Weight[i]));
        return new WeightQuantizer(bits, [.. largest.Select(weight => weight / limit)]);
    }

    private static TensorQuantizer Quantizer(EncoderShape shape, string name, int bits, double[] values)
    {
        var kind = name[(name.LastIndexOf('.') + 1)..];
        var (low, high) = (Math.Min(values.Min(), 0), Math.Max(values.Max(), 0));
        var levels = (1 << bits) - 1;
        if (kind == "probabilities")
            return new TensorQuantizer(bits, false, 1.0 / levels, 0);
        if (kind == "hidden" && shape.Activation == Activation.Relu)
            return new TensorQuantizer(bits, false, Math.Max(high, 1e-8) / levels, 0);
        var sums = shape.Normalization == Normalization.Rms && name is not "output" && kind is ("attention" or "output");
        if (kind is "query" or "key" or "value" or "positions" or "attentionNorm" or "outputNorm"
            || sums)
            return new TensorQuantizer(bits, true, Math.Max(Math.Max(-low, high), 1e-8) / (levels / 2), 0);
        var scale = Math.Max(high - low, 1e-8) / levels;
        var zero = (int)Math.Floor(-(1 << (bits - 1)) - low / scale + 0.5);
        return new TensorQuantizer(bits, true, scale, zero);
    }

    private static EncoderBlockWeights Block(Random random, EncoderShape shape)
    {
        var (d, hidden) = (shape.Dimension, shape.HiddenDimension);
        return new EncoderBlockWeights(
            Dense(random, d, d),
            Dense(random, d, d),
            Dense(random, d, d),
            Dense(random, d, d),
            Affine(random, shape),
            Dense(random, d, hidden),
            Dense(random, hidden, d),
            Affine(random, shape));
    }

    // Some columns have no weights at all, and some gammas are negative or zero, as training can leave them.
    private static DenseWeights Dense(Random random, int inputs, int outputs)
    {
        var alive = Enumerable.Range(0, outputs).Select(_ => random.Next(12) > 0 ? 1 : 0).ToArray();
        var bound = Math.Sqrt(3.0 / inputs);
        var weights = Enumerable.Range(0, inputs * outputs)
            .Select(i => (float)(alive[i % outputs] * bound * (2 * random.NextDouble() - 1)));
        return new DenseWeights(
            inputs, outputs, [.. weights], [.. Enumerable.Range(0, outputs).Select(_ => 0.1f * Normal(random))]);
    }

    private static ChannelAffine Affine(Random random, EncoderShape shape)
    {
        var features = Enumerable.Range(0, shape.Dimension).ToArray();
        return shape.Normalization == Normalization.None
            ? new ChannelAffine([.. features.Select(_ => 1f)], [.. features.Select(_ => 0f)])
            : new ChannelAffine(
                [.. features.Select(_ => random.Next(10) == 0 ? 0 : 0.8f + 0.6f * Normal(random))],
                [.. features.Select(_ => 0.3f * Normal(random))]);
    }

    private static float Normal(Random random) =>
        (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
}

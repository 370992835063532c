using System.Globalization;
using Bitloom.Training;

namespace Bitloom.Benchmarks;

/// <summary>
/// A file of an encoder of one block, its windows and its predictions, as peers/training_speed.py reads it: lines of a
/// name and values.
/// </summary>
public static class TrainingExchange
{
    private const string Block = "layer0.";

    /// <summary>Writes the file.</summary>
    public static void Write(string path, FakeQuantizedEncoder encoder, TrainingSet set)
    {
        var snapshot = encoder.Snapshot();
        File.WriteAllLines(path, Lines().Select(line => line.Name + " " + string.Join(' ', line.Values.Select(Text))));

        IEnumerable<(string Name, IEnumerable<float> Values)> Lines() =>
        [
            .. Weights(snapshot.Weights),
            .. snapshot.Tensors.Select(pair => (
                "t:" + Short(pair.Key, "prediction"),
                Grid(pair.Value, TensorRule.Of(pair.Key, snapshot.Weights.Shape)))),
            .. snapshot.WeightMatrices.Select(pair => (
                "w:" + Short(pair.Key.Replace(".weight", ""), "head"),
                pair.Value.Scales.Select(scale => (float)scale).Prepend(pair.Value.Limit))),
            ("inputs", set.Inputs),
            ("targets", set.Targets),
            ("predictions", encoder.PredictFakeQuantized(set.Inputs)),
        ];
    }

    private static IEnumerable<(string Name, IEnumerable<float> Values)> Weights(EncoderWeights weights)
    {
        var (shape, block) = (weights.Shape, weights.Blocks[0]);
        return
        [
            ("shape", [shape.Window, shape.Features, shape.Dimension, shape.HiddenDimension]),
            .. Dense("embedding", weights.Embedding), .. Dense("query", block.Query), .. Dense("key", block.Key),
            .. Dense("value", block.Value), .. Dense("attention", block.Attention), .. Dense("hidden", block.Hidden),
            .. Dense("output", block.Output), .. Dense("head", weights.Head),
            .. Affine("attention_norm", block.AttentionNormalization),
            .. Affine("output_norm", block.OutputNormalization),
            ("positions", weights.Positions),
        ];
    }

    private static IEnumerable<(string Name, IEnumerable<float> Values)> Dense(string name, DenseWeights dense) =>
        [(name + ".weight", dense.Weight), (name + ".bias", dense.Bias)];

    private static IEnumerable<(string Name, IEnumerable<float> Values)> Affine(string name, ChannelAffine affine) =>
        [(name + ".scale", affine.Scale), (name + ".shift", affine.Shift)];

    private static float[] Grid(TensorQuantizer quantizer, TensorRule rule) =>
    [
        (float)quantizer.Scale, quantizer.ZeroPoint, quantizer.Minimum, quantizer.Maximum,
        rule.Unit ? 0 : 1, rule.Affine ? 1 : 0,
    ];

    /// <summary>The block's output keeps its name, the encoder's gets one of its own.</summary>
    private static string Short(string name, string output) =>
        name.StartsWith(Block, StringComparison.Ordinal) ? name[Block.Length..] : name == "output" ? output : name;

    private static string Text(float value) => value.ToString("R", CultureInfo.InvariantCulture);
}

using Bitloom.Tensors;

namespace Bitloom.Training;

/// <summary>The first quantizers of a model: from its float tensors over part of the training set.</summary>
internal static class Calibration
{
    private const int Windows = 1024;
    private const int Samples = 16384;

    public static SortedDictionary<string, QuantizationGrid> Activations(
        EncoderModel model, PrecisionPlan plan, TrainingSet training)
    {
        var grids = new SortedDictionary<string, QuantizationGrid>(StringComparer.Ordinal)
        {
            [TensorNames.Positions] = Grid(model.Shape, TensorNames.Positions, plan, model.Positions.Values),
        };
        var observer = new RecordingForward(
            FloatForward.Instance, (name, tensor) => grids[name] = Grid(model.Shape, name, plan, Sample(tensor.Values)));
        var tape = new Tape { Recording = false };
        model.Forward(tape, Spread(tape, model.Shape, training), observer);
        return grids;
    }

    public static SortedDictionary<string, ColumnGrid> Weights(EncoderModel model, PrecisionPlan plan)
    {
        var grids = new SortedDictionary<string, ColumnGrid>(StringComparer.Ordinal);
        foreach (var layer in model.Layers)
        {
            var limit = (1 << (plan.BitsOf(layer.WeightName) - 1)) - 1;
            var columns = layer.Weight.Shape.Columns;
            grids[layer.WeightName] = new ColumnGrid(limit, Enumerable.Range(0, columns).Select(j =>
                RangeSearch.WeightScale(Column(layer.Weight, j), limit)));
        }

        return grids;
    }

    private static QuantizationGrid Grid(
        EncoderShape shape, string name, PrecisionPlan plan, ReadOnlySpan<float> samples)
    {
        var (rule, bits) = (TensorRule.Of(name, shape), plan.BitsOf(name));
        var maximum = (1 << bits) - 1;
        return rule.Unit
            ? new QuantizationGrid(0, maximum, 1.0 / maximum, 0)
            : RangeSearch.Activation(samples, bits, rule.Signed, rule.Affine);
    }

    /// <summary>Windows evenly spread over the training set.</summary>
    private static FloatTensor Spread(Tape tape, EncoderShape shape, TrainingSet training)
    {
        var count = Math.Min(Windows, training.Count);
        var size = training.InputSize;
        var inputs = new float[count * size];
        for (var i = 0; i < count; i++)
        {
            var window = (int)((long)i * training.Count / count);
            training.Inputs.AsSpan(window * size, size).CopyTo(inputs.AsSpan(i * size));
        }

        return tape.Input(new TensorShape(count, shape.Window, shape.Features), inputs);
    }

    private static float[] Sample(float[] values)
    {
        if (values.Length <= Samples)
            return values;
        var random = new SeededRandom(7);
        var sample = new float[Samples];
        for (var i = 0; i < Samples; i++)
            sample[i] = values[random.Next(values.Length)];
        (sample[0], sample[1]) = (values.Min(), values.Max());
        return sample;
    }

    private static float[] Column(FloatTensor matrix, int column) =>
        [.. Enumerable.Range(0, matrix.Shape.Rows).Select(i => matrix.Values[i * matrix.Shape.Columns + column])];
}

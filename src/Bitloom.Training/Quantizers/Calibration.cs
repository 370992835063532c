using Bitloom.Tensors;

namespace Bitloom.Training;

/// <summary>The first quantizers of a model: from its float tensors over part of the training set.</summary>
internal static class Calibration
{
    private const int Windows = 1024;

    public static SortedDictionary<string, QuantizationGrid> Activations(
        EncoderModel model, PrecisionPlan plan, TrainingSet training, QuantizationRecipe recipe)
    {
        var seen = Spread(training, Windows);
        var grids = new SortedDictionary<string, QuantizationGrid>(StringComparer.Ordinal)
        {
            [TensorNames.Positions] = Grid(TensorNames.Positions, model.Positions.Values, windows: 1),
        };
        var observer = new RecordingForward(
            FloatForward.Instance, (name, tensor) => grids[name] = Grid(name, tensor.Values, seen.Count));
        var tape = new Tape { Recording = false };
        var shape = new TensorShape(seen.Count, model.Shape.Window, model.Shape.Features);
        model.Forward(tape, tape.Input(shape, seen.Inputs), observer);
        return grids;

        QuantizationGrid Grid(string name, float[] values, int windows)
        {
            var (rule, bits) = (TensorRule.Of(name, model.Shape), plan.BitsOf(name));
            var maximum = (1 << bits) - 1;
            return rule.Unit
                ? new QuantizationGrid(0, maximum, 1.0 / maximum, 0, RangeLearning.Fixed)
                : RangeMethods.Activation(recipe, values, windows, bits, rule);
        }
    }

    public static SortedDictionary<string, ColumnGrid> Weights(
        EncoderModel model, PrecisionPlan plan, QuantizationRecipe recipe)
    {
        var grids = new SortedDictionary<string, ColumnGrid>(StringComparer.Ordinal);
        foreach (var layer in model.Layers)
        {
            var limit = (1 << (plan.BitsOf(layer.WeightName) - 1)) - 1;
            var scales = recipe.Weights switch
            {
                WeightGranularity.PerChannel => Enumerable.Range(0, layer.Weight.Shape.Columns)
                    .Select(j => RangeMethods.Weight(recipe, Column(layer.Weight, j), limit)),
                WeightGranularity.PerTensor => Enumerable.Repeat(
                    RangeMethods.Weight(recipe, layer.Weight.Values, limit), layer.Weight.Shape.Columns),
            };
            grids[layer.WeightName] = new ColumnGrid(
                limit, scales, recipe.Gradient, recipe.Weights == WeightGranularity.PerTensor);
        }

        return grids;
    }

    /// <summary>At most <paramref name="most"/> windows evenly spread over a set.</summary>
    public static TrainingSet Spread(TrainingSet set, int most)
    {
        var count = Math.Min(most, set.Count);
        var windows = Enumerable.Range(0, count).Select(i => (int)((long)i * set.Count / count)).ToArray();
        return new TrainingSet(
            [.. windows.SelectMany(i => set.Inputs[(i * set.InputSize)..((i + 1) * set.InputSize)])],
            [.. windows.SelectMany(i => set.Targets[(i * set.TargetSize)..((i + 1) * set.TargetSize)])],
            count);
    }

    private static float[] Column(FloatTensor matrix, int column) =>
        [.. Enumerable.Range(0, matrix.Shape.Rows).Select(i => matrix.Values[i * matrix.Shape.Columns + column])];
}

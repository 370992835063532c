using System.Collections.Immutable;
using Bitloom.Tensors;

namespace Bitloom.Training;

/// <summary>
/// A folded encoder whose forward pass rounds exactly the tensors that the hardware rounds, with learnable quantizers,
/// and takes the softmax from the hardware's exponentials. Values stay floats; given the same inputs, each operation
/// differs by at most one step from the hardware-exact forward pass, which belongs to quantization.
/// </summary>
public sealed class FakeQuantizedEncoder : IForwardObserver
{
    private readonly SortedDictionary<string, QuantizationGrid> _tensors;
    private readonly SortedDictionary<string, ColumnGrid> _weights;
    private readonly int _exponentialBits;

    private FakeQuantizedEncoder(
        EncoderModel model,
        SortedDictionary<string, QuantizationGrid> tensors,
        SortedDictionary<string, ColumnGrid> weights,
        int exponentialBits) =>
        (Model, _tensors, _weights, _exponentialBits) = (model, tensors, weights, exponentialBits);

    /// <summary>The folded model with the float weights behind the quantized ones.</summary>
    public EncoderModel Model { get; }

    internal IEnumerable<string> TensorNamesInOrder => _tensors.Keys;

    internal IEnumerable<QuantizationGrid> TensorGrids => _tensors.Values;

    internal IEnumerable<ColumnGrid> WeightGrids => _weights.Values;

    /// <summary>
    /// A folded copy of the model with the quantizers that the recipe, or the default one, finds on the training set.
    /// </summary>
    public static FakeQuantizedEncoder Calibrate(
        EncoderModel model, PrecisionPlan plan, TrainingSet training, QuantizationRecipe? recipe = null)
    {
        var folded = model.Fold();
        recipe ??= new QuantizationRecipe();
        return new FakeQuantizedEncoder(
            folded, Calibration.Activations(folded, plan, training, recipe), Calibration.Weights(folded, plan, recipe),
            plan.ExponentialBits);
    }

    /// <summary>The encoder that gave this snapshot, bit for bit, when its exponentials had these bits.</summary>
    public static FakeQuantizedEncoder FromSnapshot(
        QuantizedEncoder snapshot, int exponentialBits = PrecisionPlan.DefaultExponentialBits)
    {
        var tensors = new SortedDictionary<string, QuantizationGrid>(StringComparer.Ordinal);
        foreach (var (name, q) in snapshot.Tensors)
            tensors[name] = new QuantizationGrid(q.Minimum, q.Maximum, q.Scale, q.ZeroPoint);
        var weights = new SortedDictionary<string, ColumnGrid>(StringComparer.Ordinal);
        foreach (var (name, q) in snapshot.WeightMatrices)
            weights[name] = new ColumnGrid(q.Limit, q.Scales);
        return new FakeQuantizedEncoder(
            EncoderModel.FromWeights(snapshot.Weights), tensors, weights, exponentialBits);
    }

    /// <summary>This encoder with another one's quantizer of one tensor or weight matrix; all else is shared.</summary>
    internal FakeQuantizedEncoder With(string name, FakeQuantizedEncoder other)
    {
        var tensors = new SortedDictionary<string, QuantizationGrid>(_tensors, StringComparer.Ordinal);
        var weights = new SortedDictionary<string, ColumnGrid>(_weights, StringComparer.Ordinal);
        if (tensors.ContainsKey(name))
            tensors[name] = other._tensors[name];
        else
            weights[name] = other._weights[name];
        return new(Model, tensors, weights, _exponentialBits);
    }

    /// <summary>A tensor or weight matrix, values as the float forward pass has them, on its grid.</summary>
    internal FloatTensor OnGrid(Tape tape, string name, FloatTensor values) => _tensors.TryGetValue(name, out var grid)
        ? tape.FakeQuantize(values, grid)
        : tape.FakeQuantizeWeight(values, _weights[name]);

    /// <summary>Everything that has a quantizer, by name.</summary>
    internal IEnumerable<string> Names => [.. _tensors.Keys, .. _weights.Keys];

    /// <summary>Weights and quantizers as they are now.</summary>
    public QuantizedEncoder Snapshot() => new(
        Model.ToWeights(),
        _tensors.ToImmutableSortedDictionary(pair => pair.Key, pair => Quantizer(pair.Value), StringComparer.Ordinal),
        _weights.ToImmutableSortedDictionary(pair => pair.Key, pair => Quantizer(pair.Value), StringComparer.Ordinal));

    /// <summary>A layer's weights on their grid.</summary>
    internal FloatTensor Rounded(DenseLayer layer) =>
        new Tape { Recording = false }.FakeQuantizeWeight(layer.Weight, _weights[layer.WeightName]);

    /// <summary>The fake-quantized predictions, count x outputs, of count windows.</summary>
    public float[] PredictFakeQuantized(ReadOnlySpan<float> inputs) => Inference.Run(Model, this, inputs);

    /// <summary>
    /// Every activation tensor of the forward pass by name, as reals on its grid; scores and probabilities head after
    /// head, all window by window.
    /// </summary>
    public IReadOnlyDictionary<string, float[]> Intermediates(ReadOnlySpan<float> inputs) =>
        Record(inputs, this, given: null);

    /// <summary>As <see cref="Intermediates"/>, with the same weights but nothing rounded or clamped.</summary>
    public IReadOnlyDictionary<string, float[]> RealIntermediates(ReadOnlySpan<float> inputs) =>
        Record(inputs, FloatForward.Instance, given: null);

    /// <summary>
    /// As <see cref="Intermediates"/>, but each operation reads <paramref name="given"/>, reals by name in the same
    /// layout, in the place of what this forward pass made of its operands.
    /// </summary>
    public IReadOnlyDictionary<string, float[]> TeacherForced(
        ReadOnlySpan<float> inputs, IReadOnlyDictionary<string, float[]> given) => Record(inputs, this, given);

    private SortedDictionary<string, float[]> Record(
        ReadOnlySpan<float> inputs, IForwardObserver forward, IReadOnlyDictionary<string, float[]>? given)
    {
        var seen = new SortedDictionary<string, float[]>(StringComparer.Ordinal);
        var shape = Model.Shape;
        var tape = new Tape { Recording = false };
        var windows = inputs.Length / (shape.Window * shape.Features);
        var input = tape.Input(new TensorShape(windows, shape.Window, shape.Features), inputs);
        IForwardObserver observer = new RecordingForward(forward, (name, tensor) => seen[name] = [.. tensor.Values]);
        Model.Forward(tape, input, given is null ? observer : new TeacherForcedForward(observer, given));
        return seen;
    }

    FloatTensor IForwardObserver.Activation(Tape tape, string name, FloatTensor values) =>
        tape.FakeQuantize(values, _tensors[name]);

    FloatTensor IForwardObserver.Weight(Tape tape, string name, FloatTensor values) =>
        name == TensorNames.Positions
            ? tape.FakeQuantize(values, _tensors[name])
            : tape.FakeQuantizeWeight(values, _weights[name]);

    FloatTensor IForwardObserver.Softmax(Tape tape, string name, FloatTensor scores, bool causal) =>
        tape.TableSoftmax(scores, _tensors[name], _exponentialBits, causal);

    FloatTensor IForwardObserver.TokenNorm(Tape tape, string name, FloatTensor sums, bool centered) =>
        tape.TokenNorm(sums, centered, TokenNormOperation.RealEpsilon(sums.Shape.Columns, _tensors[name].Scale));

    private static TensorQuantizer Quantizer(QuantizationGrid grid) => new(
        int.Log2(grid.Maximum - grid.Minimum + 1), grid.Minimum < 0, grid.Scale, grid.IntegerZeroPoint);

    private static WeightQuantizer Quantizer(ColumnGrid grid) => new(
        int.Log2(grid.Limit + 1) + 1, [.. grid.Scales()]);
}

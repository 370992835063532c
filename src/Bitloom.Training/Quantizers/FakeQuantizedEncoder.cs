using System.Collections.Immutable;
using Bitloom.Tensors;

namespace Bitloom.Training;

/// <summary>
/// A folded encoder whose forward pass rounds exactly the tensors that the hardware rounds, with learnable quantizers.
/// Values stay floats; the hardware-exact forward pass belongs to quantization and differs by at most one step a tensor.
/// </summary>
public sealed class FakeQuantizedEncoder : IForwardObserver
{
    private readonly SortedDictionary<string, QuantizationGrid> _tensors;
    private readonly SortedDictionary<string, ColumnGrid> _weights;

    private FakeQuantizedEncoder(
        EncoderModel model,
        SortedDictionary<string, QuantizationGrid> tensors,
        SortedDictionary<string, ColumnGrid> weights) =>
        (Model, _tensors, _weights) = (model, tensors, weights);

    /// <summary>The folded model with the float weights behind the quantized ones.</summary>
    public EncoderModel Model { get; }

    internal IEnumerable<string> TensorNamesInOrder => _tensors.Keys;

    internal IEnumerable<QuantizationGrid> TensorGrids => _tensors.Values;

    internal IEnumerable<ColumnGrid> WeightGrids => _weights.Values;

    /// <summary>The trained model with quantizers of least squared error over the training set; nothing is trained.</summary>
    public static FakeQuantizedEncoder Calibrate(EncoderModel model, PrecisionPlan plan, TrainingSet training)
    {
        var folded = model.Fold();
        return new FakeQuantizedEncoder(
            folded, Calibration.Activations(folded, plan, training), Calibration.Weights(folded, plan));
    }

    /// <summary>The encoder that gave this snapshot, bit for bit.</summary>
    public static FakeQuantizedEncoder FromSnapshot(QuantizedEncoder snapshot)
    {
        var tensors = new SortedDictionary<string, QuantizationGrid>(StringComparer.Ordinal);
        foreach (var (name, q) in snapshot.Tensors)
            tensors[name] = new QuantizationGrid(q.Minimum, q.Maximum, q.Scale, q.ZeroPoint);
        var weights = new SortedDictionary<string, ColumnGrid>(StringComparer.Ordinal);
        foreach (var (name, q) in snapshot.WeightMatrices)
            weights[name] = new ColumnGrid(q.Limit, q.Scales);
        return new FakeQuantizedEncoder(EncoderModel.FromWeights(snapshot.Weights), tensors, weights);
    }

    /// <summary>Weights and quantizers as they are now.</summary>
    public QuantizedEncoder Snapshot() => new(
        Model.ToWeights(),
        _tensors.ToImmutableSortedDictionary(pair => pair.Key, pair => Quantizer(pair.Value), StringComparer.Ordinal),
        _weights.ToImmutableSortedDictionary(pair => pair.Key, pair => Quantizer(pair.Value), StringComparer.Ordinal));

    /// <summary>The fake-quantized predictions, count x outputs, of count windows.</summary>
    public float[] PredictFakeQuantized(ReadOnlySpan<float> inputs) => Inference.Run(Model, this, inputs);

    /// <summary>
    /// Every activation tensor of the forward pass by name, as reals on its grid; scores and probabilities head after
    /// head, all window by window.
    /// </summary>
    public IReadOnlyDictionary<string, float[]> Intermediates(ReadOnlySpan<float> inputs)
    {
        var seen = new SortedDictionary<string, float[]>(StringComparer.Ordinal);
        var shape = Model.Shape;
        var tape = new Tape { Recording = false };
        var windows = inputs.Length / (shape.Window * shape.Features);
        var input = tape.Input(new TensorShape(windows, shape.Window, shape.Features), inputs);
        Model.Forward(tape, input, new RecordingForward(this, (name, tensor) => seen[name] = [.. tensor.Values]));
        return seen;
    }

    FloatTensor IForwardObserver.Activation(Tape tape, string name, FloatTensor values) =>
        tape.FakeQuantize(values, _tensors[name]);

    FloatTensor IForwardObserver.Weight(Tape tape, string name, FloatTensor values) =>
        name == TensorNames.Positions
            ? tape.FakeQuantize(values, _tensors[name])
            : tape.FakeQuantizeWeight(values, _weights[name]);

    private static TensorQuantizer Quantizer(QuantizationGrid grid) => new(
        int.Log2(grid.Maximum - grid.Minimum + 1), grid.Minimum < 0, grid.Scale, grid.IntegerZeroPoint);

    private static WeightQuantizer Quantizer(ColumnGrid grid) => new(
        int.Log2(grid.Limit + 1) + 1, [.. grid.Scales()]);
}

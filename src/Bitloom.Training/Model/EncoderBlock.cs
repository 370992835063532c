using Bitloom.Tensors;

namespace Bitloom.Training;

/// <summary>
/// One post-norm block: attention, projection, residual, norm; feed-forward, residual, norm. The observer sees, and may
/// round, exactly the tensors that exist in hardware (docs/arithmetic.md).
/// </summary>
internal sealed class EncoderBlock
{
    private readonly EncoderShape _shape;
    private readonly string[] _names;

    public EncoderBlock(EncoderShape shape, int layer, SeededRandom random)
    {
        _shape = shape;
        _names = [.. TensorNames.BlockTensors.Select(name => TensorNames.Block(layer, name))];
        var (d, hidden) = (shape.Dimension, shape.HiddenDimension);
        Query = DenseLayer.Random(random, TensorNames.Block(layer, "query"), d, d);
        Key = DenseLayer.Random(random, TensorNames.Block(layer, "key"), d, d);
        Value = DenseLayer.Random(random, TensorNames.Block(layer, "value"), d, d);
        Attention = DenseLayer.Random(random, TensorNames.Block(layer, "attention"), d, d);
        Hidden = DenseLayer.Random(random, TensorNames.Block(layer, "hidden"), d, hidden, relu: true);
        Output = DenseLayer.Random(random, TensorNames.Block(layer, "output"), hidden, d);
        if (shape.Normalization == Normalization.Batch)
            (AttentionNorm, OutputNorm) = (new NormalizationLayer(d), new NormalizationLayer(d));
    }

    public DenseLayer Query { get; }

    public DenseLayer Key { get; }

    public DenseLayer Value { get; }

    public DenseLayer Attention { get; }

    public NormalizationLayer? AttentionNorm { get; }

    public DenseLayer Hidden { get; }

    public DenseLayer Output { get; }

    public NormalizationLayer? OutputNorm { get; }

    public IEnumerable<DenseLayer> Layers => [Query, Key, Value, Attention, Hidden, Output];

    public IEnumerable<NormalizationLayer> Norms => AttentionNorm is null ? [] : [AttentionNorm, OutputNorm!];

    public FloatTensor Forward(Tape tape, FloatTensor x, IForwardObserver observer)
    {
        var query = Observe(0, Dense(Query, x));
        var key = Observe(1, Dense(Key, x));
        var value = Observe(2, Dense(Value, x));
        var factor = 1 / MathF.Sqrt(_shape.HeadDimension);
        var scores = Observe(3, tape.Scale(tape.Scores(query, key, _shape.Heads), factor));
        var probabilities = Observe(4, observer.Softmax(tape, _names[3], scores));
        var context = Observe(5, tape.Context(probabilities, value, _shape.Heads));
        var attention = Observe(6, Normalize(AttentionNorm, tape.Add(Dense(Attention, context), x)));
        var hidden = Observe(7, tape.Relu(Dense(Hidden, attention)));
        return Observe(8, Normalize(OutputNorm, tape.Add(Dense(Output, hidden), attention)));

        FloatTensor Observe(int tensor, FloatTensor values) => observer.Activation(tape, _names[tensor], values);
        FloatTensor Dense(DenseLayer layer, FloatTensor input) =>
            tape.Dense(input, observer.Weight(tape, layer.WeightName, layer.Weight), layer.Bias);
        FloatTensor Normalize(NormalizationLayer? norm, FloatTensor sum) => norm?.Forward(tape, sum) ?? sum;
    }

    public EncoderBlockWeights ToWeights() => new(
        Query.ToWeights(), Key.ToWeights(), Value.ToWeights(),
        Attention.ToWeights(), AttentionNorm?.ToAffine() ?? Identity(),
        Hidden.ToWeights(), Output.ToWeights(), OutputNorm?.ToAffine() ?? Identity());

    public void Load(EncoderBlockWeights weights)
    {
        Query.Load(weights.Query);
        Key.Load(weights.Key);
        Value.Load(weights.Value);
        Attention.Load(weights.Attention);
        AttentionNorm?.Load(weights.AttentionNormalization);
        Hidden.Load(weights.Hidden);
        Output.Load(weights.Output);
        OutputNorm?.Load(weights.OutputNormalization);
    }

    private ChannelAffine Identity() => new(
        [.. Enumerable.Repeat(1f, _shape.Dimension)], [.. Enumerable.Repeat(0f, _shape.Dimension)]);
}

using Bitloom.Tensors;

namespace Bitloom.Training;

/// <summary>
/// One post-norm block: attention, projection, residual, norm; feed-forward, residual, norm. The observer sees, and may
/// round, exactly the tensors that exist in hardware (docs/arithmetic.md).
/// </summary>
internal sealed class EncoderBlock
{
    private readonly EncoderShape _shape;
    private readonly int _layer;

    public EncoderBlock(EncoderShape shape, int layer, SeededRandom random)
    {
        (_shape, _layer) = (shape, layer);
        var (d, hidden) = (shape.Dimension, shape.HiddenDimension);
        Query = DenseLayer.Random(random, TensorNames.Block(layer, "query"), d, d);
        Key = DenseLayer.Random(random, TensorNames.Block(layer, "key"), d, d);
        Value = DenseLayer.Random(random, TensorNames.Block(layer, "value"), d, d);
        Attention = DenseLayer.Random(random, TensorNames.Block(layer, "attention"), d, d);
        Hidden = DenseLayer.Random(random, TensorNames.Block(layer, "hidden"), d, hidden, relu: true);
        Output = DenseLayer.Random(random, TensorNames.Block(layer, "output"), hidden, d);
        if (shape.Normalization != Normalization.None)
        {
            AttentionNorm = new NormalizationLayer(d, shape.NormalizesTokens);
            OutputNorm = new NormalizationLayer(d, shape.NormalizesTokens);
        }
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

    public TokenTensors Forward(Tape tape, TokenTensors x, IForwardObserver observer)
    {
        var pass = new BlockPass(tape, _layer, observer, _shape);
        var query = pass.Dense("query", Query, x.Operand);
        var key = pass.Dense("key", Key, x.Operand);
        var value = pass.Dense("value", Value, x.Operand);
        var context = pass.Attend(query, key, value);
        var attention = pass.Normalize("attention", TensorNames.AttentionNorm, AttentionNorm,
            pass.Sum(Attention, context, x.Residual));
        var hidden = pass.Hidden(Hidden, attention.Operand);
        return pass.Normalize("output", TensorNames.OutputNorm, OutputNorm,
            pass.Sum(Output, hidden, attention.Residual));
    }

    /// <summary>The weights, for tokens that <paramref name="before"/> has normalized.</summary>
    public EncoderBlockWeights ToWeights(NormalizationLayer? before) => new(
        Query.ToWeights(before), Key.ToWeights(before), Value.ToWeights(before),
        Attention.ToWeights(), AttentionNorm?.ToAffine() ?? Identity(),
        Hidden.ToWeights(AttentionNorm), Output.ToWeights(), OutputNorm?.ToAffine() ?? Identity());

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

using Bitloom.Tensors;

namespace Bitloom.Training;

/// <summary>
/// The encoder with trainable float weights (<see cref="EncoderShape"/>). Until <see cref="Fold"/> batch normalization
/// uses the statistics of the batch in training and running statistics otherwise.
/// </summary>
public sealed class EncoderModel
{
    private readonly DenseLayer _embedding;
    private readonly DenseLayer _head;
    private readonly EncoderBlock[] _blocks;

    /// <summary>A model with random weights.</summary>
    public EncoderModel(EncoderShape shape, ulong seed)
    {
        var random = new SeededRandom(seed);
        Shape = shape;
        _embedding = DenseLayer.Random(random, TensorNames.Embedding, shape.Features, shape.Dimension);
        _blocks = [.. Enumerable.Range(0, shape.Layers).Select(layer => new EncoderBlock(shape, layer, random))];
        _head = DenseLayer.Random(random, TensorNames.Output, shape.Dimension, shape.Outputs);
        Positions = FloatTensor.Constant(
            TensorShape.Matrix(shape.Window, shape.Dimension), SinusoidalPositions.Of(shape.Window, shape.Dimension));
    }

    /// <summary>The sizes.</summary>
    public EncoderShape Shape { get; }

    /// <summary>Whether normalization is a fixed affine function of each column.</summary>
    public bool IsFolded => Norms.All(norm => norm.Folded);

    /// <summary>Whether training mixes the windows of a batch: by statistics over all of them.</summary>
    internal bool UsesBatchStatistics => Norms.Any(norm => norm is { Folded: false, OfTokens: false });

    /// <summary>Trained numbers, those of normalization included.</summary>
    public int ParameterCount => Parameters.Sum(parameter => parameter.Values.Length);

    internal FloatTensor Positions { get; }

    internal IEnumerable<DenseLayer> Layers => [_embedding, .. _blocks.SelectMany(block => block.Layers), _head];

    internal IEnumerable<FloatTensor> Parameters =>
        [.. Layers.SelectMany(layer => new[] { layer.Weight, layer.Bias }),
            .. Norms.SelectMany(norm => new[] { norm.Scale, norm.Shift })];

    /// <summary>Every array that training changes: the parameters and the running statistics.</summary>
    internal IEnumerable<float[]> State =>
        [.. Parameters.Select(parameter => parameter.Values),
            .. Norms.SelectMany(norm => new[] { norm.Running.Mean, norm.Running.Variance })];

    private IEnumerable<NormalizationLayer> Norms => _blocks.SelectMany(block => block.Norms);

    /// <summary>A folded model with these weights.</summary>
    public static EncoderModel FromWeights(EncoderWeights weights)
    {
        var model = new EncoderModel(weights.Shape, seed: 0);
        model._embedding.Load(weights.Embedding);
        weights.Positions.CopyTo(model.Positions.Values);
        foreach (var (block, loaded) in model._blocks.Zip(weights.Blocks))
            block.Load(loaded);
        model._head.Load(weights.Head);
        return model;
    }

    /// <summary>
    /// The weights with batch normalization folded to its running statistics, and the affine part of LayerNorm and
    /// RMSNorm into what reads it.
    /// </summary>
    public EncoderWeights ToWeights() => new(
        Shape, _embedding.ToWeights(), [.. Positions.Values],
        [.. _blocks.Select((block, layer) => block.ToWeights(layer == 0 ? null : _blocks[layer - 1].OutputNorm))],
        _head.ToWeights(_blocks[^1].OutputNorm));

    /// <summary>A copy in which the statistics of normalization are frozen into a scale and a shift a column.</summary>
    public EncoderModel Fold() => FromWeights(ToWeights());

    /// <summary>The float predictions, count x outputs, of count windows.</summary>
    public float[] PredictFloat(ReadOnlySpan<float> inputs) => Inference.Run(this, FloatForward.Instance, inputs);

    /// <summary>The predictions, windows x 1 x outputs, of a batch of windows x n x m.</summary>
    internal FloatTensor Forward(Tape tape, FloatTensor input, IForwardObserver observer)
    {
        var x = observer.Activation(tape, TensorNames.Input, input);
        var positions = observer.Weight(tape, TensorNames.Positions, Positions);
        x = observer.Activation(tape, TensorNames.Embedding, tape.Add(Dense(_embedding, x), positions));
        var tokens = new TokenTensors(x, x);
        foreach (var block in _blocks)
            tokens = block.Forward(tape, tokens, observer);
        var pooled = observer.Activation(tape, TensorNames.Pooled, tape.MeanTokens(tokens.Operand));
        return observer.Activation(tape, TensorNames.Output, Dense(_head, pooled));

        FloatTensor Dense(DenseLayer layer, FloatTensor values) =>
            tape.Dense(values, observer.Weight(tape, layer.WeightName, layer.Weight), layer.Bias);
    }
}

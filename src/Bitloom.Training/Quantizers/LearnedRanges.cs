using Bitloom.Tensors;

namespace Bitloom.Training;

/// <summary>The quantizers of an encoder as things to train.</summary>
internal sealed class LearnedRanges
{
    private readonly QuantizationGrid[] _tensors;
    private readonly ColumnGrid[] _weights;
    private readonly TensorRule[] _rules;
    private readonly EncoderModel _model;
    private readonly double _speed;

    public LearnedRanges(FakeQuantizedEncoder encoder, QuantizationRecipe recipe)
    {
        (_model, _tensors, _weights) = (encoder.Model, [.. encoder.TensorGrids], [.. encoder.WeightGrids]);
        _rules = [.. encoder.TensorNamesInOrder.Select(name => TensorRule.Of(name, encoder.Model.Shape))];
        _speed = recipe.RangeSpeed;
        foreach (var grid in _tensors)
            grid.Decay = (float)recipe.ClippingDecay;
    }

    /// <summary>
    /// Weights, scales and zero points. Adam's steps do not depend on a gradient's size: each thing moves in units of
    /// its own, a zero point by the same share of the range.
    /// </summary>
    public IReadOnlyList<Trainable> Trainables =>
    [
        .. _model.Parameters.Select(parameter => new Trainable(parameter)),
        .. _weights.Select(grid => new Trainable(grid.Ranges, _speed * grid.RangeUnit, Clipped: false)),
        .. _tensors.Select(grid => new Trainable(grid.Range, _speed * grid.RangeUnit, Clipped: false)),
        .. _tensors.Select(grid => new Trainable(grid.Offset, _speed * grid.OffsetUnit, Clipped: false)),
    ];

    /// <summary>The arrays behind scales and zero points.</summary>
    public IEnumerable<float[]> State =>
        [.. _weights.Select(grid => grid.Ranges.Values),
            .. _tensors.SelectMany(grid => new[] { grid.Range.Values, grid.Offset.Values })];

    public void SetTrainable(bool trainable)
    {
        foreach (var grid in _weights)
            grid.SetTrainable(trainable);
        foreach (var (grid, rule) in _tensors.Zip(_rules))
            grid.SetTrainable(trainable && !rule.Unit, trainable && rule.Affine);
    }

    /// <summary>The weight of the loss against oscillation.</summary>
    public void SetDampening(double weight)
    {
        foreach (var grid in _weights)
            grid.Dampening = (float)weight;
    }

    /// <summary>Adds the gradients of what penalizes ranges, once a step.</summary>
    public void AddDecay()
    {
        foreach (var grid in _tensors)
            grid.AddDecay();
    }

    /// <summary>Keeps the scales positive and the zero points within their formats.</summary>
    public void Limit()
    {
        foreach (var grid in _tensors)
            grid.Limit();
        foreach (var grid in _weights)
            grid.LimitScales();
    }
}

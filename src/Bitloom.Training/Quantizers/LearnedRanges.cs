using Bitloom.Tensors;

namespace Bitloom.Training;

/// <summary>The quantizers of an encoder as things to train.</summary>
internal sealed class LearnedRanges(FakeQuantizedEncoder encoder)
{
    private readonly QuantizationGrid[] _tensors = [.. encoder.TensorGrids];
    private readonly ColumnGrid[] _weights = [.. encoder.WeightGrids];
    private readonly bool[] _affine = [.. encoder.TensorNamesInOrder.Select(name => TensorRule.Of(name, encoder.Model.Shape).Affine)];
    private readonly bool[] _unit = [.. encoder.TensorNamesInOrder.Select(name => TensorRule.Of(name, encoder.Model.Shape).Unit)];

    /// <summary>Weights, scales and zero points; a zero point moves by the same share of the range.</summary>
    public IReadOnlyList<Trainable> Trainables =>
    [
        .. encoder.Model.Parameters.Select(parameter => new Trainable(parameter)),
        .. _weights.Select(grid => new Trainable(grid.LogFactors, Clipped: false)),
        .. _tensors.Select(grid => new Trainable(grid.LogFactor, Clipped: false)),
        .. _tensors.Select(grid => new Trainable(grid.ZeroPoint, grid.Maximum - grid.Minimum, Clipped: false)),
    ];

    /// <summary>The arrays behind scales and zero points.</summary>
    public IEnumerable<float[]> State =>
        [.. _weights.Select(grid => grid.LogFactors.Values),
            .. _tensors.SelectMany(grid => new[] { grid.LogFactor.Values, grid.ZeroPoint.Values })];

    public void SetTrainable(bool trainable)
    {
        foreach (var grid in _weights)
            grid.LogFactors.NeedsGradient = trainable;
        for (var i = 0; i < _tensors.Length; i++)
            _tensors[i].SetTrainable(trainable && !_unit[i], trainable && _affine[i]);
    }

    /// <summary>Keeps the zero points within their formats.</summary>
    public void Limit()
    {
        foreach (var grid in _tensors)
            grid.ZeroPoint.Values[0] = Math.Clamp(grid.ZeroPoint.Values[0], grid.Minimum, grid.Maximum);
    }
}

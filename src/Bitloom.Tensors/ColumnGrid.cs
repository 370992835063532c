namespace Bitloom.Tensors;

/// <summary>
/// The grid of a weight matrix: integers in +-limit, real = scale q with one scale a column, or one for all of them.
/// Scales are learned as <see cref="RangeLearning"/> says.
/// </summary>
public sealed class ColumnGrid
{
    private readonly LearnedScale[] _scales;

    /// <summary>A frozen grid.</summary>
    /// <param name="scales">One for each column.</param>
    /// <param name="shared">One scale is learned for all columns; those given are the same.</param>
    public ColumnGrid(
        int limit, IEnumerable<double> scales, RangeLearning learning = RangeLearning.LogFactor, bool shared = false)
    {
        LearnedScale[] columns = [.. scales.Select(scale => new LearnedScale(learning, scale, limit))];
        (Limit, Columns, Learning) = (limit, columns.Length, learning);
        _scales = shared ? columns[..1] : columns;
        Ranges = FloatTensor.Parameter(TensorShape.Row(_scales.Length), [.. _scales.Select(scale => scale.Start)]);
        Ranges.NeedsGradient = false;
    }

    /// <summary>Greatest magnitude.</summary>
    public int Limit { get; }

    /// <summary>Outputs of the matrix.</summary>
    public int Columns { get; }

    /// <summary>What <see cref="Ranges"/> are.</summary>
    public RangeLearning Learning { get; }

    /// <summary>What is learned of each scale: see <see cref="QuantizationGrid.Range"/>.</summary>
    public FloatTensor Ranges { get; }

    /// <summary>Units of <see cref="Ranges"/> for steps relative to the scales: their mean.</summary>
    public double RangeUnit => _scales.Average(scale => scale.Unit);

    /// <summary>
    /// The weight lambda of lambda |rounded - w|^2 over the weights within the range, which keeps them from oscillating
    /// between two integers (Nagel et al. 2022, section 4.2); rounded counts as a constant.
    /// </summary>
    public float Dampening { get; set; }

    /// <summary>The scale of each column now.</summary>
    public double[] Scales() => [.. Enumerable.Range(0, Columns).Select(Scale)];

    /// <summary>Chooses whether the backward pass computes gradients of the scales; a fixed grid has none.</summary>
    public void SetTrainable(bool trainable) => Ranges.NeedsGradient = trainable && Learning != RangeLearning.Fixed;

    /// <summary>Keeps the scales positive.</summary>
    public void LimitScales()
    {
        for (var i = 0; i < _scales.Length; i++)
            Ranges.Values[i] = _scales[i].Limit(Ranges.Values[i]);
    }

    /// <summary>Adds the gradient of one column of <paramref name="rows"/> weights.</summary>
    internal void AddGradient(int column, ClampedGradient sums, double scale, int rows)
    {
        var count = rows * Columns / _scales.Length;
        var ends = (-Limit, Limit);
        var i = Index(column);
        Ranges.Gradient![i] += _scales[i].Gradient(sums, (float)scale, ends, ends, count);
    }

    private double Scale(int column) => _scales[Index(column)].Scale(Ranges.Values[Index(column)]);

    private int Index(int column) => _scales.Length == 1 ? 0 : column;
}

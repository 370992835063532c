namespace Bitloom.Tensors;

/// <summary>
/// The grid of a weight matrix: integers in +-limit, real = scale q with one scale a column, learned as in
/// <see cref="QuantizationGrid"/>.
/// </summary>
public sealed class ColumnGrid
{
    private readonly double[] _initialScales;

    /// <summary>A frozen grid.</summary>
    public ColumnGrid(int limit, IEnumerable<double> scales)
    {
        _initialScales = [.. scales];
        Limit = limit;
        LogFactors = FloatTensor.Parameter(TensorShape.Row(_initialScales.Length), new float[_initialScales.Length]);
        LogFactors.NeedsGradient = false;
    }

    /// <summary>Greatest magnitude.</summary>
    public int Limit { get; }

    /// <summary>Natural logarithm of scale / initial scale, one a column.</summary>
    public FloatTensor LogFactors { get; }

    /// <summary>The scale of each column now.</summary>
    public double[] Scales() => [.. _initialScales.Select((scale, j) => scale * Math.Exp(LogFactors.Values[j]))];
}

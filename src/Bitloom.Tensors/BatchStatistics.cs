namespace Bitloom.Tensors;

/// <summary>Running mean and variance a column; zeros and ones at first.</summary>
public sealed class BatchStatistics
{
    /// <summary>Statistics of <paramref name="columns"/> columns.</summary>
    public BatchStatistics(int columns)
    {
        Mean = new float[columns];
        Variance = new float[columns];
        Array.Fill(Variance, 1f);
    }

    /// <summary>Running means.</summary>
    public float[] Mean { get; }

    /// <summary>Running unbiased variances.</summary>
    public float[] Variance { get; }

    internal void Move(ReadOnlySpan<float> mean, ReadOnlySpan<float> biasedVariance, int rows, float momentum)
    {
        var unbias = rows > 1 ? rows / (rows - 1f) : 1f;
        for (var j = 0; j < Mean.Length; j++)
        {
            Mean[j] += momentum * (mean[j] - Mean[j]);
            Variance[j] += momentum * (biasedVariance[j] * unbias - Variance[j]);
        }
    }
}

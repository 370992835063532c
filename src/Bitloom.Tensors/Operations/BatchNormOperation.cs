using System.Numerics.Tensors;

namespace Bitloom.Tensors;

/// <summary>
/// Batch normalization over all rows, column by column: y = gamma (x - mean) / sqrt(variance + epsilon) + beta with the
/// biased variance of the batch (Ioffe and Szegedy 2015).
/// </summary>
public static class BatchNormOperation
{
    /// <summary>Added to the variance.</summary>
    public const float Epsilon = 1e-5f;

    /// <summary>
    /// Normalizes with the statistics of the batch and moves the running ones by <paramref name="momentum"/> towards
    /// them (the running variance towards the unbiased one).
    /// </summary>
    public static FloatTensor BatchNorm(
        this Tape tape, FloatTensor x, FloatTensor gamma, FloatTensor beta, BatchStatistics running, float momentum)
    {
        var y = tape.Make(x.Shape, x, gamma, beta);
        var columns = x.Shape.Columns;
        var (mean, variance) = Moments(tape, x);
        running.Move(mean, variance, x.Shape.TotalRows, momentum);
        var inverse = tape.Rent(columns);
        var scale = tape.Rent(columns);
        var shift = tape.Rent(columns);
        for (var j = 0; j < columns; j++)
        {
            inverse[j] = 1 / MathF.Sqrt(variance[j] + Epsilon);
            scale[j] = gamma.Values[j] * inverse[j];
            shift[j] = beta.Values[j] - mean[j] * scale[j];
        }

        AffineKernel.Forward(x.Values, scale, shift, y.Values);
        tape.Record(y, () => Backward(tape, x, gamma, beta, y, mean, inverse));
        return y;
    }

    private static (float[] Mean, float[] Variance) Moments(Tape tape, FloatTensor x)
    {
        var columns = x.Shape.Columns;
        var mean = tape.Rent(columns);
        var variance = tape.Rent(columns);
        Array.Clear(mean);
        Array.Clear(variance);
        ColumnSums.Add(x.Values, mean);
        TensorPrimitives.Divide(mean, x.Shape.TotalRows, mean);
        ColumnSums.AddSquares(x.Values, mean, variance);
        TensorPrimitives.Divide(variance, x.Shape.TotalRows, variance);
        return (mean, variance);
    }

    private static void Backward(
        Tape tape, FloatTensor x, FloatTensor gamma, FloatTensor beta, FloatTensor y, float[] mean, float[] inverse)
    {
        var columns = x.Shape.Columns;
        var sum = tape.Rent(columns);
        var sumNormalized = tape.Rent(columns);
        Array.Clear(sum);
        Array.Clear(sumNormalized);
        ColumnSums.AddProducts(x.Values, y.Gradient, sum, sumNormalized);
        for (var j = 0; j < columns; j++)
            sumNormalized[j] = (sumNormalized[j] - mean[j] * sum[j]) * inverse[j];
        if (gamma.NeedsGradient)
            Accumulate.Into(tape, gamma, sumNormalized);
        if (beta.NeedsGradient)
            Accumulate.Into(tape, beta, sum);
        if (x.NeedsGradient)
            BackwardInput(tape, x, gamma, y, (mean, inverse, sum, sumNormalized));
    }

    /// <summary>
    /// dx = gamma inverse (dy - mean(dy) - normalized mean(dy normalized)), written as factor dy + slope x + constant.
    /// </summary>
    private static void BackwardInput(
        Tape tape, FloatTensor x, FloatTensor gamma, FloatTensor y,
        (float[] Mean, float[] Inverse, float[] Sum, float[] SumNormalized) batch)
    {
        int columns = x.Shape.Columns, rows = x.Shape.TotalRows;
        var factor = tape.Rent(columns);
        var slope = tape.Rent(columns);
        var constant = tape.Rent(columns);
        for (var j = 0; j < columns; j++)
        {
            factor[j] = gamma.Values[j] * batch.Inverse[j];
            slope[j] = -factor[j] * batch.Inverse[j] * batch.SumNormalized[j] / rows;
            constant[j] = -factor[j] * batch.Sum[j] / rows - slope[j] * batch.Mean[j];
        }

        var dx = Accumulate.InPlace(tape, x, y, out var add);
        AffineKernel.Combine(y.Gradient, factor, x.Values, slope, constant, dx, add);
    }
}

using MathNet.Numerics.LinearAlgebra.Double;

namespace Bitloom.Data;

/// <summary>
/// Ridge regression from all inputs of a window to its outputs (Hoerl and Kennard, Ridge regression, 1970): the weights
/// that minimize the squared error on the training part plus ridge x count x sum of squared weights, by the normal
/// equations. The intercept is not penalized.
/// </summary>
/// <param name="Inputs">Inputs of a window: tokens x features.</param>
/// <param name="Outputs">Outputs of a window.</param>
/// <param name="InputMean">Of each input in the training part.</param>
/// <param name="OutputMean">Of each output in the training part: the forecast of the mean input.</param>
/// <param name="Weights">Outputs x inputs, row-major.</param>
public sealed record LinearForecast(
    int Inputs, int Outputs, double[] InputMean, double[] OutputMean, double[] Weights)
{
    /// <summary>Fits scaled inputs to scaled targets; a ridge over 0 always has one solution.</summary>
    public static LinearForecast Fit(WindowedDataset train, double ridge = 1e-4)
    {
        var inputs = train.Window * train.Features;
        var inputMean = Means(train.Inputs, inputs);
        var outputMean = Means(train.Targets, train.Outputs);
        var gram = new double[inputs * inputs];
        var moments = new double[inputs * train.Outputs];
        var centered = new double[inputs];
        for (var w = 0; w < train.Count; w++)
        {
            for (var i = 0; i < inputs; i++)
                centered[i] = train.Inputs[w * inputs + i] - inputMean[i];
            Accumulate(centered, train.Target(w), outputMean, gram, moments);
        }

        return new LinearForecast(inputs, train.Outputs, inputMean, outputMean,
            Solve(gram, moments, inputs, train.Outputs, ridge * train.Count));
    }

    /// <summary>The forecast of a part, count x outputs, scaled as its targets are.</summary>
    public float[] Forecast(WindowedDataset part)
    {
        var forecast = new float[part.Count * Outputs];
        for (var w = 0; w < part.Count; w++)
        {
            var input = part.Input(w);
            for (var o = 0; o < Outputs; o++)
            {
                var sum = OutputMean[o];
                for (var i = 0; i < Inputs; i++)
                    sum += Weights[o * Inputs + i] * (input[i] - InputMean[i]);
                forecast[w * Outputs + o] = (float)sum;
            }
        }

        return forecast;
    }

    private static double[] Means(float[] values, int columns)
    {
        var means = new double[columns];
        for (var i = 0; i < values.Length; i++)
            means[i % columns] += values[i];
        var count = Math.Max(1, values.Length / Math.Max(1, columns));
        return [.. means.Select(sum => sum / count)];
    }

    /// <summary>Adds a window to X'X (its lower triangle, column by column) and X'Y.</summary>
    private static void Accumulate(
        double[] centered, ReadOnlySpan<float> target, double[] outputMean, double[] gram, double[] moments)
    {
        var inputs = centered.Length;
        for (var column = 0; column < inputs; column++)
        {
            for (var row = column; row < inputs; row++)
                gram[column * inputs + row] += centered[row] * centered[column];
        }

        for (var o = 0; o < target.Length; o++)
        {
            for (var i = 0; i < inputs; i++)
                moments[o * inputs + i] += centered[i] * (target[o] - outputMean[o]);
        }
    }

    private static double[] Solve(double[] gram, double[] moments, int inputs, int outputs, double ridge)
    {
        for (var column = 0; column < inputs; column++)
        {
            gram[column * inputs + column] += ridge;
            for (var row = column + 1; row < inputs; row++)
                gram[row * inputs + column] = gram[column * inputs + row];
        }

        var factor = new DenseMatrix(inputs, inputs, gram).Cholesky();
        return factor.Solve(new DenseMatrix(inputs, outputs, moments)).ToColumnMajorArray();
    }
}

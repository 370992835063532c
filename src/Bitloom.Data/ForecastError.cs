using Bitloom.Diagnostics;

namespace Bitloom.Data;

/// <summary>Root mean square error and mean absolute error, in the unit of what is compared.</summary>
public sealed record ForecastError(double Rmse, double Mae)
{
    /// <summary>The error over all pairs; both are 0 when there are none.</summary>
    public static ForecastError Between(ReadOnlySpan<float> predicted, ReadOnlySpan<float> actual)
    {
        if (predicted.Length != actual.Length)
            throw new CompilerBugException("error", $"{predicted.Length} predictions, {actual.Length} targets");
        var squares = 0.0;
        var magnitudes = 0.0;
        for (var i = 0; i < predicted.Length; i++)
        {
            var difference = (double)predicted[i] - actual[i];
            squares += difference * difference;
            magnitudes += Math.Abs(difference);
        }

        var count = Math.Max(1, predicted.Length);
        return new ForecastError(Math.Sqrt(squares / count), magnitudes / count);
    }
}

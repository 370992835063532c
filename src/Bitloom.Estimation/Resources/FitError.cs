namespace Bitloom.Estimation;

/// <summary>How far estimates are from what synthesis counted, as fractions, of points that were not fitted.</summary>
/// <param name="Median">Half of them are nearer.</param>
/// <param name="High">95 of 100 are nearer.</param>
/// <param name="Worst">All are as near.</param>
public readonly record struct FitError(double Median, double High, double Worst)
{
    private const double HighShare = 0.95;

    /// <summary>Of the relative errors.</summary>
    public static FitError Of(IEnumerable<double> errors)
    {
        double[] sorted = [.. errors.Select(Math.Abs).Order()];
        return sorted.Length == 0
            ? default
            : new(Quantile(sorted, 0.5), Quantile(sorted, HighShare), sorted[^1]);
    }

    // Between the two nearest of them.
    private static double Quantile(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var low = (int)place;
        var high = Math.Min(low + 1, sorted.Length - 1);
        return sorted[low] + (place - low) * (sorted[high] - sorted[low]);
    }
}

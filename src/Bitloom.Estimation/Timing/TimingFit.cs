using System.Collections.Immutable;

namespace Bitloom.Estimation;

/// <summary>
/// Fits a <see cref="ClockModel"/> to measured paths: each path's delay to the engines in which it was the longest, by
/// least squares of relative errors.
/// </summary>
public static class TimingFit
{
    private const int Folds = 10;
    private const double Ridge = 1e-3;

    /// <summary>The model of all points, with its errors on points that are left out in turn.</summary>
    public static ClockModel Of(string family, TimingPoints measured)
    {
        ArgumentNullException.ThrowIfNull(measured);
        var points = measured.Points;
        return new(family, measured.Tool, points.Length, Coefficients(points), FitError.Of(CrossValidated(points)));
    }

    /// <summary>A coefficient a feature; those of a path that was never the longest are 0.</summary>
    private static ImmutableArray<double> Coefficients(ImmutableArray<TimingPoint> points)
    {
        var coefficients = new double[TimingFeatures.All.Length];
        foreach (var path in points.GroupBy(point => point.Path))
        {
            int[] columns = [.. Enumerable.Range(0, coefficients.Length)
                .Where(index => TimingFeatures.All[index].Path == path.Key)];
            double[][] rows = [.. path.Select(point => columns.Select(column => point.Features[column]).ToArray())];
            double[] targets = [.. path.Select(point => (double)point.Picoseconds)];
            double[] weights = [.. targets.Select(target => 1 / (target * target))];
            var solved = NonNegativeLeastSquares.Solve(rows, targets, weights, Ridge);
            foreach (var (column, value) in columns.Zip(solved))
                coefficients[column] = value;
        }

        return [.. coefficients];
    }

    private static IEnumerable<double> CrossValidated(ImmutableArray<TimingPoint> points)
    {
        for (var fold = 0; fold < Folds; fold++)
        {
            var coefficients = Coefficients([.. points.Where((_, index) => index % Folds != fold)]);
            foreach (var point in points.Where((_, index) => index % Folds == fold))
                yield return ClockModel.LongestPath(coefficients, point.Features) / point.Picoseconds - 1;
        }
    }
}

using System.Collections.Immutable;

namespace Bitloom.Estimation;

/// <summary>
/// Fits a <see cref="ClockModel"/> to measured paths: each path's delay to the engines in which it was the longest, by
/// least squares of relative errors; then all of them are scaled, path by path, so that the longest is nearest, since a
/// path that was the longest by chance is usually shorter.
/// </summary>
public static class TimingFit
{
    private const int Folds = 10;
    private const double Ridge = 1e-3;

    private const int Sweeps = 3;

    // The unchanged one first: of equal ones it is taken.
    private static readonly ImmutableArray<double> Scales = [1, 1.02, 0.98, 0.95, 0.9, 0.85, 0.8, 0];

    // A path that was the longest of fewer engines has one delay: a slope would be that of chance.
    private const int PointsOfASlope = 6;

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
                .Where(index => TimingFeatures.All[index].Path == path.Key)
                .Take(path.Count() < PointsOfASlope ? 1 : coefficients.Length)];
            double[][] rows = [.. path.Select(point => columns.Select(column => point.Features[column]).ToArray())];
            double[] targets = [.. path.Select(point => (double)point.Picoseconds)];
            double[] weights = [.. targets.Select(target => 1 / (target * target))];
            var solved = NonNegativeLeastSquares.Solve(rows, targets, weights, Ridge);
            foreach (var (column, value) in columns.Zip(solved))
                coefficients[column] = value;
        }

        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            foreach (var path in TimingFeatures.All.Select(feature => feature.Path).Distinct())
                Scale(coefficients, path, points);
        }

        return [.. coefficients];
    }

    private static void Scale(double[] coefficients, EnginePart path, ImmutableArray<TimingPoint> points)
    {
        var best = Scales.MinBy(scale => Off(Scaled(coefficients, path, scale), points));
        Scaled(coefficients, path, best).CopyTo(coefficients, 0);
    }

    private static double[] Scaled(double[] coefficients, EnginePart path, double scale) =>
        [.. coefficients.Zip(TimingFeatures.All, (value, feature) => feature.Path == path ? scale * value : value)];

    private static double Off(double[] coefficients, ImmutableArray<TimingPoint> points) => points.Sum(point =>
        Math.Abs(ClockModel.LongestPath([.. coefficients], point.Features) / point.Picoseconds - 1));

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

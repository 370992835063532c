using System.Collections.Immutable;

namespace Bitloom.Estimation;

/// <summary>Fits a <see cref="ResourceModel"/> to measured points, part by part.</summary>
public static class CalibrationFit
{
    private const int Folds = 10;
    private const double Ridge = 1e-4;

    /// <summary>The model of all points, with its errors on points that are left out in turn.</summary>
    public static ResourceModel Of(string family, CalibrationPoints measured)
    {
        ArgumentNullException.ThrowIfNull(measured);
        var points = measured.Points;
        return new(
            family, measured.Tool, points.Length,
            Kinds(kind => Coefficients(points, kind)),
            Kinds(kind => FitError.Of(CrossValidated(points, kind))));
    }

    /// <summary>What the coefficients say of a point.</summary>
    public static double Predict(ImmutableArray<double> coefficients, CalibrationPoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        double sum = 0;
        for (var index = 0; index < coefficients.Length; index++)
            sum += coefficients[index] * point.Features[index];
        return sum;
    }

    /// <summary>The coefficients with the least squares of errors relative to the whole engine.</summary>
    public static ImmutableArray<double> Coefficients(ImmutableArray<CalibrationPoint> points, CellKind kind)
    {
        double[] weights = [.. points.Select(point => 1 / Math.Pow(Math.Max(1, point.Total(kind)), 2))];
        var coefficients = new double[EngineFeatures.Names.Length];
        foreach (var part in Enum.GetValues<EnginePart>())
        {
            int[] columns = [.. Enumerable.Range(0, coefficients.Length)
                .Where(index => EngineFeatures.All[index].Part == part && EngineFeatures.All[index].IsOf(kind))];
            double[][] rows = [.. points.Select(point => columns.Select(column => point.Features[column]).ToArray())];
            double[] targets = [.. points.Select(point => (double)point.Cells[kind][(int)part])];
            var solved = NonNegativeLeastSquares.Solve(rows, targets, weights, Ridge);
            foreach (var (column, value) in columns.Zip(solved))
                coefficients[column] = value;
        }

        return [.. coefficients];
    }

    // Memory LUTs, which are exact, are in the total of LUTs to which the error is relative.
    private static IEnumerable<double> CrossValidated(ImmutableArray<CalibrationPoint> points, CellKind kind)
    {
        for (var fold = 0; fold < Folds; fold++)
        {
            var left = points.Where((_, index) => index % Folds == fold).ToArray();
            var coefficients = Coefficients([.. points.Where((_, index) => index % Folds != fold)], kind);
            foreach (var point in left)
            {
                var all = point.Total(kind) + (kind == CellKind.Lut ? point.LutMemory : 0);
                yield return (Predict(coefficients, point) - point.Total(kind)) / Math.Max(1, all);
            }
        }
    }

    private static ImmutableDictionary<CellKind, T> Kinds<T>(Func<CellKind, T> value) =>
        Enum.GetValues<CellKind>().ToImmutableDictionary(kind => kind, value);
}

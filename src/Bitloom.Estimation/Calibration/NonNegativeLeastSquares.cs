namespace Bitloom.Estimation;

/// <summary>
/// Coefficients that are not negative with the least weighted squares, by coordinate descent (Franc, Hlaváč, Navara 2005,
/// "Sequential coordinate-wise algorithm for the non-negative least squares problem").
/// </summary>
internal static class NonNegativeLeastSquares
{
    private const int MostSweeps = 20_000;
    private const double Enough = 1e-9;

    /// <summary>One coefficient a column; columns that are 0 everywhere get 0.</summary>
    /// <param name="ridge">What a squared coefficient costs, as a share of its column's sum of squares.</param>
    public static double[] Solve(double[][] rows, double[] targets, double[] weights, double ridge)
    {
        var columns = rows.Length == 0 ? 0 : rows[0].Length;
        var products = new double[columns][];
        var answers = new double[columns];
        for (var left = 0; left < columns; left++)
        {
            products[left] = new double[columns];
            for (var row = 0; row < rows.Length; row++)
            {
                var weighted = weights[row] * rows[row][left];
                answers[left] += weighted * targets[row];
                for (var right = 0; weighted != 0 && right < columns; right++)
                    products[left][right] += weighted * rows[row][right];
            }
        }

        return Descend(products, answers, ridge);
    }

    private static double[] Descend(double[][] products, double[] answers, double ridge)
    {
        var coefficients = new double[answers.Length];
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            double change = 0;
            for (var index = 0; index < coefficients.Length; index++)
            {
                var curvature = products[index][index] * (1 + ridge);
                if (curvature == 0)
                    continue;
                var slope = answers[index] - ridge * products[index][index] * coefficients[index];
                for (var other = 0; other < coefficients.Length; other++)
                    slope -= products[index][other] * coefficients[other];
                var next = Math.Max(0, coefficients[index] + slope / curvature);
                change = Math.Max(change, Math.Abs(next - coefficients[index]) * Math.Sqrt(curvature));
                coefficients[index] = next;
            }

            if (change < Enough)
                break;
        }

        return coefficients;
    }
}

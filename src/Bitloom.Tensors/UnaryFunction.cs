namespace Bitloom.Tensors;

/// <summary>Functions of one number that the hardware has as tables.</summary>
public enum UnaryFunction
{
    /// <summary>x times the integral of the normal distribution up to x (Hendrycks and Gimpel 2016), exact form.</summary>
    Gelu,

    /// <summary>1 / (1 + exp(-x)).</summary>
    Sigmoid,

    /// <summary>The hyperbolic tangent.</summary>
    Tanh,

    /// <summary>x / (1 + exp(-x)).</summary>
    Silu,

    /// <summary>The exponential.</summary>
    Exp,
}

/// <summary>The values of <see cref="UnaryFunction"/> in double precision.</summary>
public static class UnaryFunctions
{
    // Beyond it the integral of the normal distribution is 0 or 1 in double precision, as far as 16 digits tell.
    private const double Tail = 9;

    /// <summary>f(x).</summary>
    public static double Of(this UnaryFunction function, double x) => function switch
    {
        UnaryFunction.Gelu => x * Integral(x),
        UnaryFunction.Sigmoid => Sigmoid(x),
        UnaryFunction.Tanh => Math.Tanh(x),
        UnaryFunction.Silu => x * Sigmoid(x),
        UnaryFunction.Exp => Math.Exp(x),
    };

    /// <summary>f'(x) of the GELU.</summary>
    public static double GeluSlope(double x) => Integral(x) + x * Density(x);

    /// <summary>
    /// The integral of the normal distribution up to x: 1/2 plus its density times x + x^3 / 3 + x^5 / 15 + ..., each
    /// term x^2 / (2 n + 1) of the one before; all have one sign, so that nothing cancels.
    /// </summary>
    public static double Integral(double x)
    {
        if (!(Math.Abs(x) < Tail))
            return double.IsNaN(x) ? x : x > 0 ? 1 : 0;
        var (sum, term) = (0.0, x);
        for (var divisor = 3; sum + term != sum; divisor += 2)
            (sum, term) = (sum + term, term * x * x / divisor);
        return 0.5 + Density(x) * sum;
    }

    private static double Density(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}

using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra.Double;

namespace Bitloom.Data;

/// <summary>
/// The linear reconstruction of windows: the squared prediction error, or Q, of principal component analysis (Jackson
/// and Mudholkar, Control Procedures for Residuals Associated With Principal Component Analysis, 1979).
/// </summary>
/// <param name="Mean">Of the n m inputs of a window.</param>
/// <param name="Components">k rows of n m numbers, orthonormal.</param>
public sealed record PrincipalComponents(double[] Mean, double[][] Components)
{
    /// <summary>The fewest components that hold a share of the variance of the training part.</summary>
    public static PrincipalComponents Fit(WindowedDataset train, double share = 0.9)
    {
        var inputs = train.Window * train.Features;
        var values = DenseMatrix.Create(train.Count, inputs, (w, i) => train.Input(w)[i]);
        var mean = values.ColumnSums() / Math.Max(1, train.Count);
        for (var w = 0; w < train.Count; w++)
            values.SetRow(w, values.Row(w) - mean);
        var spectrum = values.TransposeThisAndMultiply(values).Evd(MathNet.Numerics.LinearAlgebra.Symmetricity.Symmetric);
        var total = spectrum.EigenValues.Sum(value => Math.Max(0, value.Real));
        var components = new List<double[]>();
        var held = 0.0;
        // The values are in rising order.
        for (var i = inputs - 1; i >= 0 && held < share * total; i--)
        {
            held += Math.Max(0, spectrum.EigenValues[i].Real);
            components.Add(spectrum.EigenVectors.Column(i).ToArray());
        }

        return new(mean.ToArray(), [.. components]);
    }

    /// <summary>The root mean square, for each window, of what the components do not hold of it.</summary>
    public float[] Residual(AnomalyPart part)
    {
        var scores = new float[part.Count];
        var rest = new double[Mean.Length];
        for (var w = 0; w < scores.Length; w++)
        {
            var input = part.Windows.Input(w);
            for (var i = 0; i < rest.Length; i++)
                rest[i] = input[i] - Mean[i];
            foreach (var component in Components)
            {
                var length = TensorPrimitives.Dot<double>(component, rest);
                TensorPrimitives.MultiplyAdd(component, -length, rest, rest);
            }

            scores[w] = (float)Math.Sqrt(TensorPrimitives.SumOfSquares<double>(rest) / rest.Length);
        }

        return scores;
    }
}

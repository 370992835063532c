using System.Numerics;
using Bitloom.Tensors;

namespace Bitloom.Training;

/// <summary>Adam (Kingma and Ba 2015) with bias correction, after clipping the gradient's norm.</summary>
internal sealed class Adam(IReadOnlyList<Trainable> parameters, TrainingOptions options)
{
    private readonly float[][] _first = [.. parameters.Select(p => new float[p.Tensor.Values.Length])];
    private readonly float[][] _second = [.. parameters.Select(p => new float[p.Tensor.Values.Length])];

    /// <summary>Steps made, on which the correction of the moments' bias depends.</summary>
    public int Steps { get; set; }

    /// <summary>The moments of all parameters.</summary>
    public IEnumerable<float[]> Moments => _first.Concat(_second);

    public static void ClearGradients(IEnumerable<Trainable> parameters)
    {
        foreach (var parameter in parameters)
            Array.Clear(parameter.Tensor.Gradient!);
    }

    public void Step(double learningRate)
    {
        Steps++;
        var clip = (float)Math.Min(1, options.GradientNorm / (Norm() + 1e-12));
        var (bias1, bias2) = (1 - Math.Pow(options.Beta1, Steps), 1 - Math.Pow(options.Beta2, Steps));
        var size = learningRate * Math.Sqrt(bias2) / bias1;
        for (var i = 0; i < parameters.Count; i++)
            if (parameters[i].Tensor.NeedsGradient)
                Move(parameters[i].Tensor, _first[i], _second[i], clip, (float)(size * parameters[i].Speed));
    }

    /// <summary>Of the network's own gradient: those of the quantizers have other units.</summary>
    private double Norm() =>
        Math.Sqrt(parameters.Where(p => p.Clipped && p.Tensor.NeedsGradient).Sum(p =>
            (double)System.Numerics.Tensors.TensorPrimitives.SumOfSquares<float>(p.Tensor.Gradient!)));

    private void Move(FloatTensor tensor, float[] first, float[] second, float clip, float size)
    {
        var (values, gradient) = (tensor.Values, tensor.Gradient!);
        var width = Vector<float>.Count;
        var j = 0;
        for (; j + width <= values.Length; j += width)
        {
            var (m, v) = (new Vector<float>(first, j), new Vector<float>(second, j));
            (new Vector<float>(values, j) - Change(new Vector<float>(gradient, j) * clip, ref m, ref v, size))
                .CopyTo(values, j);
            m.CopyTo(first, j);
            v.CopyTo(second, j);
        }

        for (; j < values.Length; j++)
        {
            Vector<float> m = new(first[j]), v = new(second[j]);
            values[j] -= Change(new Vector<float>(gradient[j] * clip), ref m, ref v, size)[0];
            (first[j], second[j]) = (m[0], v[0]);
        }
    }

    private Vector<float> Change(Vector<float> g, ref Vector<float> first, ref Vector<float> second, float size)
    {
        float beta1 = (float)options.Beta1, beta2 = (float)options.Beta2, epsilon = (float)options.Epsilon;
        first = beta1 * first + (1 - beta1) * g;
        second = beta2 * second + (1 - beta2) * g * g;
        return size * first / (Vector.SquareRoot(second) + new Vector<float>(epsilon));
    }
}

using Bitloom.Tensors;

namespace Bitloom.Training;

/// <summary>Adam (Kingma and Ba 2015) with bias correction, after clipping the gradient's norm.</summary>
internal sealed class Adam(IReadOnlyList<Trainable> parameters, TrainingOptions options)
{
    private readonly float[][] _first = [.. parameters.Select(p => new float[p.Tensor.Values.Length])];
    private readonly float[][] _second = [.. parameters.Select(p => new float[p.Tensor.Values.Length])];
    private int _steps;

    public static void ClearGradients(IEnumerable<Trainable> parameters)
    {
        foreach (var parameter in parameters)
            Array.Clear(parameter.Tensor.Gradient!);
    }

    public void Step(double learningRate)
    {
        _steps++;
        var clip = (float)Math.Min(1, options.GradientNorm / (Norm() + 1e-12));
        var size = learningRate * Math.Sqrt(1 - Math.Pow(options.Beta2, _steps)) / (1 - Math.Pow(options.Beta1, _steps));
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
        float beta1 = (float)options.Beta1, beta2 = (float)options.Beta2, epsilon = (float)options.Epsilon;
        var (values, gradient) = (tensor.Values, tensor.Gradient!);
        for (var j = 0; j < values.Length; j++)
        {
            var g = gradient[j] * clip;
            first[j] = beta1 * first[j] + (1 - beta1) * g;
            second[j] = beta2 * second[j] + (1 - beta2) * g * g;
            values[j] -= size * first[j] / (MathF.Sqrt(second[j]) + epsilon);
        }
    }
}

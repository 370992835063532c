using Bitloom.Tensors;

namespace Bitloom.Tests.Tensors;

/// <summary>Compares the backward pass of an operation with central differences of a smooth loss on its result.</summary>
internal static class GradientCheck
{
    private const float Step = 1e-2f;

    /// <summary>Values in [-1, 1], none nearer to 0 than three steps, where ReLU has its kink.</summary>
    public static FloatTensor Random(int seed, TensorShape shape)
    {
        var random = new Random(seed);
        var values = new float[shape.Size];
        for (var i = 0; i < values.Length; i++)
        {
            var value = random.NextSingle() * 2 - 1;
            values[i] = value + MathF.CopySign(3 * Step, value);
        }

        return FloatTensor.Parameter(shape, values);
    }

    /// <summary>The greatest error of any element of any input's gradient, relative to the greatest gradient.</summary>
    public static double WorstError(Func<Tape, FloatTensor> operation, params FloatTensor[] inputs)
    {
        var tape = new Tape();
        tape.Backward(Loss(tape, operation));
        var scale = inputs.Max(input => input.Gradient!.Max(Math.Abs));
        return inputs.Max(input => Enumerable.Range(0, input.Values.Length)
            .Max(i => Math.Abs(input.Gradient![i] - Difference(operation, input, i)))) / scale;
    }

    private static FloatTensor Loss(Tape tape, Func<Tape, FloatTensor> operation)
    {
        var result = operation(tape);
        var target = Random(99, result.Shape).Values;
        return tape.MeanSquaredError(result, tape.Input(result.Shape, target));
    }

    private static double Difference(Func<Tape, FloatTensor> operation, FloatTensor input, int index)
    {
        var value = input.Values[index];
        var above = LossAt(value + Step);
        var below = LossAt(value - Step);
        input.Values[index] = value;
        return (above - below) / (2 * Step);

        double LossAt(float moved)
        {
            input.Values[index] = moved;
            return Loss(new Tape { Recording = false }, operation).Values[0];
        }
    }
}

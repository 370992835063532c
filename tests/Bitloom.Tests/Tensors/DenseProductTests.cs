using Bitloom.Tensors;
using CsCheck;

namespace Bitloom.Tests.Tensors;

public sealed class DenseProductTests
{
    [Fact]
    public void Dense_EqualsTheSumOfProducts_ForRandomSizes()
    {
        Gen.Select(Gen.Int[1, 23], Gen.Int[1, 19], Gen.Int[1, 70]).Sample(
            (rows, inputs, outputs) =>
            {
                var x = GradientCheck.Random(1, TensorShape.Matrix(rows, inputs));
                var weight = GradientCheck.Random(2, TensorShape.Matrix(inputs, outputs));
                var bias = GradientCheck.Random(3, TensorShape.Row(outputs));

                var y = new Tape().Dense(x, weight, bias).Values;

                y.ShouldBe(Expected(x, weight, bias), 1e-4);
            },
            seed: "0000KOIPe5h1",
            iter: 200);
    }

    private static float[] Expected(FloatTensor x, FloatTensor weight, FloatTensor bias)
    {
        int inputs = x.Shape.Columns, outputs = weight.Shape.Columns;
        return [.. Enumerable.Range(0, x.Shape.Rows).SelectMany(i => Enumerable.Range(0, outputs).Select(j =>
            bias.Values[j] + Enumerable.Range(0, inputs)
                .Sum(k => x.Values[i * inputs + k] * weight.Values[k * outputs + j])))];
    }
}

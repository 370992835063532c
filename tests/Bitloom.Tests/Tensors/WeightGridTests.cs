using Bitloom.Tensors;

namespace Bitloom.Tests.Tensors;

public sealed class WeightGridTests
{
    private static readonly float[] Weights = [0.26f, 3, -9, -0.3f, 1.4f, 11, 3.4f, -12];

    [Fact]
    public void StepSize_HasTheGradientOfLsq_ForEachColumn()
    {
        var grid = Backward(new ColumnGrid(7, [0.5, 1], RangeLearning.StepSize));

        // g (round(w / s) - w / s) within the range, else -g 7 or g 7; N = 4 weights a column, Qp = 7.
        var g = 1 / Math.Sqrt(4 * 7);
        double[] expected =
        [
            g * (Upstream(0.5) * (1 - 0.52) + Upstream(-3.5) * -7 + Upstream(1.5) * (3 - 2.8) + Upstream(3.5) * (7 - 6.8)),
            g * (Upstream(3) * 0 + Upstream(0) * 0.3 + Upstream(7) * 7 + Upstream(-7) * -7),
        ];
        grid.Ranges.Gradient!.Select(value => (double)value).ToArray().ShouldBe(expected, 1e-5);
    }

    [Fact]
    public void StepSize_SumsOverAllColumns_WhereTheyShareAScale()
    {
        var apart = Backward(new ColumnGrid(7, [0.5, 0.5], RangeLearning.StepSize));
        var shared = Backward(new ColumnGrid(7, [0.5, 0.5], RangeLearning.StepSize, shared: true));

        shared.Ranges.Shape.Size.ShouldBe(1);
        shared.Scales().ShouldBe([0.5, 0.5]);
        shared.Ranges.Gradient![0].ShouldBe(apart.Ranges.Gradient!.Sum() / MathF.Sqrt(2), 1e-5f);
    }

    [Fact]
    public void Clipping_IsMovedByClippedWeightsAlone_OnBothSides()
    {
        var grid = Backward(new ColumnGrid(7, [0.5, 1], RangeLearning.Clipping));

        grid.Ranges.Values.ShouldBe([3.5f, 7]);
        double[] expected = [-Upstream(-3.5), Upstream(7) - Upstream(-7)];
        grid.Ranges.Gradient!.Select(value => (double)value).ToArray().ShouldBe(expected, 1e-5);
    }

    [Fact]
    public void Dampening_PullsWeightsWithinTheRange_ToTheirIntegers()
    {
        var weight = FloatTensor.Parameter(TensorShape.Matrix(4, 2), [.. Weights]);
        var grid = new ColumnGrid(7, [0.5, 1]) { Dampening = 0.25f };
        var tape = new Tape();

        var y = tape.FakeQuantizeWeight(weight, grid);
        tape.Backward(tape.MeanSquaredError(y, tape.Input(y.Shape, y.Values)));

        // d / dw of 0.25 (rounded - w)^2 with the rounded weight as a constant; nothing where it is clipped.
        float[] expected = [0.5f * (0.26f - 0.5f), 0, 0, 0.5f * -0.3f, 0.5f * -0.1f, 0, 0.5f * -0.1f, 0];
        weight.Gradient!.ShouldBe(expected, 1e-5);
    }

    [Fact]
    public void Fixed_LearnsNothing()
    {
        var grid = Backward(new ColumnGrid(7, [0.5, 1], RangeLearning.Fixed));

        grid.Ranges.Gradient.ShouldBe([0, 0]);
    }

    private static double Upstream(double y) => 2 * y / Weights.Length;

    private static ColumnGrid Backward(ColumnGrid grid)
    {
        grid.SetTrainable(true);
        var weight = FloatTensor.Constant(TensorShape.Matrix(4, 2), Weights);
        var tape = new Tape();
        var y = tape.FakeQuantizeWeight(weight, grid);
        tape.Backward(tape.MeanSquaredError(y, tape.Input(y.Shape, new float[8])));
        return grid;
    }
}

using Bitloom.Tensors;

namespace Bitloom.Tests.Tensors;

public sealed class FakeQuantizeTests
{
    private static readonly float[] Inputs =
        [-100, -4.26f, -4.24f, -1.75f, -0.25f, -0.24f, 0, 0.24f, 0.25f, 1.3f, 3.2f, 3.3f, 50];

    [Theory]
    [InlineData(-8, 7, 0.5f, 0)]
    [InlineData(-8, 7, 0.5f, -3)]
    [InlineData(0, 15, 0.25f, 0)]
    public void FakeQuantize_RoundsHalfUpAndSaturates_ForEachElement(int minimum, int maximum, float scale, int zero)
    {
        var grid = new QuantizationGrid(minimum, maximum, scale, zero);
        var x = FloatTensor.Constant(TensorShape.Row(Inputs.Length), Inputs);

        var y = new Tape().FakeQuantize(x, grid);

        var expected = Inputs.Select(v =>
            scale * (float)(Math.Clamp(Math.Floor(v / scale + zero + 0.5), minimum, maximum) - zero));
        y.Values.ShouldBe([.. expected], 1e-6);
    }

    [Fact]
    public void FakeQuantize_PassesTheGradient_OnlyInsideTheRange()
    {
        var grid = new QuantizationGrid(-8, 7, 0.5f, 0);
        var x = FloatTensor.Parameter(TensorShape.Row(Inputs.Length), Inputs);
        var tape = new Tape();

        tape.Backward(tape.MeanSquaredError(tape.FakeQuantize(x, grid), tape.Input(x.Shape, new float[13])));

        var factor = 2f / Inputs.Length;
        var expected = Inputs.Select(v => v is < -4.25f or >= 3.75f ? 0 : factor * 0.5f * MathF.Floor(v / 0.5f + 0.5f));
        x.Gradient!.ShouldBe([.. expected], 1e-6);
    }

    [Fact]
    public void FakeQuantize_LearnsTheScale_AsLearnedStepSizeDefines()
    {
        var grid = new QuantizationGrid(-8, 7, 0.5f, 1);
        grid.SetTrainable(scale: true, zeroPoint: true);
        var x = FloatTensor.Constant(TensorShape.Row(3), [0.6f, -20, 20]);
        var tape = new Tape();

        tape.Backward(tape.MeanSquaredError(tape.FakeQuantize(x, grid), tape.Input(x.Shape, new float[3])));

        float[] slopes = [1 - 0.6f / 0.5f, -9, 6];
        float[] upstream = [2f / 3 * 0.5f, 2f / 3 * -4.5f, 2f / 3 * 3];
        var scale = 0.5f * slopes.Zip(upstream, (a, b) => a * b).Sum();
        grid.Range.Gradient![0].ShouldBe(scale, 1e-4f);
        grid.Offset.Gradient![0].ShouldBe(-0.5f * (upstream[1] + upstream[2]), 1e-4f);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(61)]
    public void FakeQuantize_GradientsAreThoseOfTheDefinition_ForAnyNumberOfElements(int count)
    {
        var random = new Random(count);
        var grid = new QuantizationGrid(-8, 7, 0.13, 2);
        grid.SetTrainable(scale: true, zeroPoint: true);
        var x = FloatTensor.Parameter(
            TensorShape.Row(count), [.. Enumerable.Range(0, count).Select(_ => 4 * random.NextSingle() - 2)]);
        var tape = new Tape();

        var y = tape.FakeQuantize(tape.Scale(x, 1), grid);
        tape.Backward(tape.MeanSquaredError(y, tape.Input(x.Shape, new float[count])));

        var (dx, scale, zero) = Literal(x.Values, [.. y.Values.Select(v => 2 * v / count)], grid);
        x.Gradient!.ShouldBe(dx, 1e-6);
        grid.Range.Gradient![0].ShouldBe(scale, 1e-5f);
        grid.Offset.Gradient![0].ShouldBe(zero, 1e-5f);
    }

    [Fact]
    public void FakeQuantizeWeight_RoundsWithOneScaleAColumn_AndLearnsIt()
    {
        var weight = FloatTensor.Parameter(TensorShape.Matrix(2, 2), [0.26f, 3, -9, -0.3f]);
        var grid = new ColumnGrid(7, [0.5, 1]);
        grid.SetTrainable(true);
        var tape = new Tape();

        var y = tape.FakeQuantizeWeight(weight, grid);
        tape.Backward(tape.MeanSquaredError(y, tape.Input(y.Shape, new float[4])));

        y.Values.ShouldBe([0.5f, 3, -3.5f, 0], 1e-5);
        weight.Gradient!.ShouldBe([0.25f, 1.5f, 0, 0], 1e-5);
        grid.Ranges.Gradient!.ShouldBe([0.25f * (0.5f - 0.26f) + 0.5f * 3.5f * 3.5f, 0], 1e-5);
    }

    /// <summary>The straight-through estimator element by element, in double precision.</summary>
    private static (float[] Dx, float Scale, float Zero) Literal(float[] x, float[] dy, QuantizationGrid grid)
    {
        var (dx, scale, zero) = (new float[x.Length], 0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            var position = (float)(x[i] * (float)(1 / grid.Scale)) + grid.IntegerZeroPoint;
            var q = Math.Floor(position + 0.5);
            var clamped = Math.Clamp(q, grid.Minimum, grid.Maximum);
            dx[i] = q == clamped ? dy[i] : 0;
            scale += grid.Scale * dy[i] * (q == clamped ? q - position : clamped - grid.IntegerZeroPoint);
            zero -= q == clamped ? 0 : grid.Scale * dy[i];
        }

        return (dx, (float)scale, (float)zero);
    }
}

using Bitloom.Tensors;

namespace Bitloom.Tests.Tensors;

public sealed class OperationGradientTests
{
    private const double Tolerance = 2e-3;

    [Theory]
    [InlineData(1, 1, 1, 1)]
    [InlineData(2, 3, 5, 7)]
    [InlineData(3, 5, 16, 33)]
    public void Dense_GradientsMatchDifferences_ForAnySizes(int batches, int rows, int inputs, int outputs)
    {
        var x = GradientCheck.Random(1, new TensorShape(batches, rows, inputs));
        var weight = GradientCheck.Random(2, TensorShape.Matrix(inputs, outputs));
        var bias = GradientCheck.Random(3, TensorShape.Row(outputs));

        var error = GradientCheck.WorstError(tape => tape.Dense(x, weight, bias), x, weight, bias);

        error.ShouldBeLessThan(Tolerance);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Add_GradientsMatchDifferences_WithAndWithoutRepetition(int batches)
    {
        var a = GradientCheck.Random(1, new TensorShape(3, 4, 5));
        var b = GradientCheck.Random(2, new TensorShape(batches, 4, 5));

        var error = GradientCheck.WorstError(tape => tape.Add(a, b), a, b);

        error.ShouldBeLessThan(Tolerance);
    }

    [Fact]
    public void Add_GradientsAddUp_WhenAnOperandIsUsedTwice()
    {
        var a = GradientCheck.Random(1, new TensorShape(2, 3, 4));

        var error = GradientCheck.WorstError(tape => tape.Add(tape.Relu(a), tape.Add(a, a)), a);

        error.ShouldBeLessThan(Tolerance);
    }

    [Fact]
    public void Scale_GradientMatchesDifferences_WhenUsedTwice()
    {
        var x = GradientCheck.Random(1, new TensorShape(2, 3, 5));

        var error = GradientCheck.WorstError(tape => tape.Add(tape.Scale(x, 0.3f), tape.Scale(x, -2)), x);

        error.ShouldBeLessThan(Tolerance);
    }

    [Fact]
    public void Relu_GradientMatchesDifferences_OnBothSides()
    {
        var x = GradientCheck.Random(1, new TensorShape(2, 3, 7));

        var error = GradientCheck.WorstError(tape => tape.Relu(x), x);

        error.ShouldBeLessThan(Tolerance);
    }

    [Fact]
    public void Gelu_GradientMatchesDifferences_OnBothSides()
    {
        var x = GradientCheck.Random(1, new TensorShape(2, 3, 7));

        var error = GradientCheck.WorstError(tape => tape.Gelu(tape.Scale(x, 3)), x);

        error.ShouldBeLessThan(Tolerance);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void TokenNorm_GradientMatchesDifferences_ForEveryRow(bool centered)
    {
        var x = GradientCheck.Random(1, new TensorShape(2, 3, 9));

        var error = GradientCheck.WorstError(
            tape => tape.Add(tape.TokenNorm(x, centered, epsilon: 0.1), tape.Scale(x, 0.5f)), x);

        error.ShouldBeLessThan(Tolerance);
    }

    [Fact]
    public void CausalSoftmax_GradientMatchesDifferences_AndHidesLaterKeys()
    {
        var x = GradientCheck.Random(1, new TensorShape(2, 6, 3));

        var error = GradientCheck.WorstError(tape => tape.Softmax(x, causal: true), x);
        var y = new Tape().Softmax(x, causal: true).Values;

        error.ShouldBeLessThan(Tolerance);
        (y[0], y[1], y[2], y[5], y[9]).ShouldBe((1f, 0f, 0f, 0f, 1f));
        y[6..9].Sum().ShouldBe(1, 1e-6);
    }

    [Theory]
    [InlineData(UnaryFunction.Gelu, 0, 0)]
    [InlineData(UnaryFunction.Gelu, 1, 0.841344746068543)]
    [InlineData(UnaryFunction.Gelu, -1, -0.158655253931457)]
    [InlineData(UnaryFunction.Gelu, 3, 2.995950305905109)]
    [InlineData(UnaryFunction.Gelu, -40, 0)]
    [InlineData(UnaryFunction.Sigmoid, 0, 0.5)]
    [InlineData(UnaryFunction.Sigmoid, 2, 0.880797077977882)]
    [InlineData(UnaryFunction.Tanh, 0.5, 0.462117157260010)]
    [InlineData(UnaryFunction.Silu, 2, 1.761594155955765)]
    [InlineData(UnaryFunction.Exp, -1, 0.367879441171442)]
    public void UnaryFunction_HasTheKnownValue_InDoublePrecision(UnaryFunction function, double x, double expected) =>
        function.Of(x).ShouldBe(expected, 1e-14);

    [Fact]
    public void Softmax_GradientMatchesDifferences_ForEveryRow()
    {
        var x = GradientCheck.Random(1, new TensorShape(2, 3, 11));

        var error = GradientCheck.WorstError(tape => tape.Softmax(x), x);

        error.ShouldBeLessThan(Tolerance);
    }

    [Fact]
    public void Softmax_RowsSumToOne_ForLargeInputs()
    {
        var x = FloatTensor.Constant(TensorShape.Matrix(1, 3), [1000, 1001, -1000]);

        var y = new Tape().Softmax(x);

        y.Values.Sum().ShouldBe(1, 1e-6f);
        y.Values[1].ShouldBe(1 / (1 + MathF.Exp(-1)), 1e-6f);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Scores_GradientsMatchDifferences_ForHeads(int heads)
    {
        var query = GradientCheck.Random(1, new TensorShape(2, 5, 8));
        var key = GradientCheck.Random(2, new TensorShape(2, 5, 8));

        var error = GradientCheck.WorstError(tape => tape.Scores(query, key, heads), query, key);

        error.ShouldBeLessThan(Tolerance);
    }

    [Fact]
    public void Scores_AreDotProductsOfOneHeadsColumns_HeadAfterHead()
    {
        var query = GradientCheck.Random(1, new TensorShape(2, 3, 4));
        var key = GradientCheck.Random(2, new TensorShape(2, 3, 4));

        var scores = new Tape().Scores(query, key, heads: 2);

        // Window 1, head 1, query 2, key 0.
        var expected = query.Values[12 + 10] * key.Values[12 + 2] + query.Values[12 + 11] * key.Values[12 + 3];
        scores.Shape.ShouldBe(new TensorShape(2, 6, 3));
        scores.Values[18 + 9 + 6].ShouldBe(expected, 1e-6f);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Context_GradientsMatchDifferences_ForHeads(int heads)
    {
        var probabilities = GradientCheck.Random(1, new TensorShape(2, heads * 5, 5));
        var value = GradientCheck.Random(2, new TensorShape(2, 5, 8));

        var error = GradientCheck.WorstError(tape => tape.Context(probabilities, value, heads), probabilities, value);

        error.ShouldBeLessThan(Tolerance);
    }

    [Fact]
    public void ChannelAffine_GradientsMatchDifferences_ForAllOperands()
    {
        var x = GradientCheck.Random(1, new TensorShape(3, 2, 5));
        var scale = GradientCheck.Random(2, TensorShape.Row(5));
        var shift = GradientCheck.Random(3, TensorShape.Row(5));

        var error = GradientCheck.WorstError(tape => tape.ChannelAffine(x, scale, shift), x, scale, shift);

        error.ShouldBeLessThan(Tolerance);
    }

    [Fact]
    public void BatchNorm_GradientsMatchDifferences_ForAllOperands()
    {
        var x = GradientCheck.Random(1, new TensorShape(4, 5, 3));
        var gamma = GradientCheck.Random(2, TensorShape.Row(3));
        var beta = GradientCheck.Random(3, TensorShape.Row(3));
        var running = new BatchStatistics(3);

        var error = GradientCheck.WorstError(tape => tape.BatchNorm(x, gamma, beta, running, 0.1f), x, gamma, beta);

        error.ShouldBeLessThan(Tolerance);
    }

    [Fact]
    public void BatchNorm_MovesRunningStatistics_TowardsTheBatch()
    {
        var x = FloatTensor.Constant(TensorShape.Matrix(2, 1), [1, 3]);
        var gamma = FloatTensor.Parameter(TensorShape.Row(1), [2]);
        var beta = FloatTensor.Parameter(TensorShape.Row(1), [5]);
        var running = new BatchStatistics(1);

        var y = new Tape().BatchNorm(x, gamma, beta, running, 0.5f);

        y.Values[1].ShouldBe(7, 1e-4f);
        running.Mean[0].ShouldBe(1, 1e-6f);
        running.Variance[0].ShouldBe(1.5f, 1e-6f);
    }

    [Fact]
    public void MeanTokens_GradientMatchesDifferences_ForEveryWindow()
    {
        var x = GradientCheck.Random(1, new TensorShape(3, 4, 5));

        var error = GradientCheck.WorstError(tape => tape.MeanTokens(x), x);

        error.ShouldBeLessThan(Tolerance);
    }

    [Fact]
    public void CrossEntropy_GradientMatchesDifferences_ForOneClassAndForSeveral()
    {
        var x = GradientCheck.Random(1, TensorShape.Matrix(3, 4));
        var target = FloatTensor.Constant(
            TensorShape.Matrix(3, 4), [0, 1, 0, 0, 0.25f, 0.25f, 0.5f, 0, 0, 0, 0, 1]);

        var error = GradientCheck.WorstError(tape => tape.CrossEntropy(tape.Scale(x, 3), target), x);

        error.ShouldBeLessThan(Tolerance);
    }

    [Fact]
    public void CrossEntropy_IsTheLogarithmOfTheClasses_WhenAllLogitsAreEqual_HoweverLarge()
    {
        var x = FloatTensor.Constant(TensorShape.Matrix(1, 4), [300, 300, 300, 300]);
        var target = FloatTensor.Constant(TensorShape.Matrix(1, 4), [0, 0, 1, 0]);

        var loss = new Tape().CrossEntropy(x, target);

        loss.Values[0].ShouldBe(MathF.Log(4), 1e-6f);
    }

    [Fact]
    public void Tape_GivesTheSameGradients_AfterReset()
    {
        var x = GradientCheck.Random(1, new TensorShape(2, 3, 4));
        var tape = new Tape();
        tape.Backward(tape.MeanSquaredError(tape.Softmax(x), tape.Input(x.Shape, new float[24])));
        var first = x.Gradient!.ToArray();
        Array.Clear(x.Gradient!);

        tape.Reset();
        tape.Backward(tape.MeanSquaredError(tape.Softmax(x), tape.Input(x.Shape, new float[24])));

        x.Gradient.ShouldBe(first);
    }
}

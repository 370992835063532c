using Bitloom.Tensors;
using Bitloom.Training;

namespace Bitloom.Tests.Training;

public sealed class AdamTests
{
    private const float Rate = 0.01f;
    private static readonly TrainingOptions Options = new() { GradientNorm = 1 };

    [Theory]
    [InlineData(0.5f, -Rate)]
    [InlineData(-0.001f, Rate)]
    public void Step_MovesByTheRate_WhenItIsTheFirst(float gradient, float expected)
    {
        var moved = After(gradient);

        moved.ShouldBe(expected, 1e-5f);
    }

    [Fact]
    public void Step_TakesAGradientBeyondTheNorm_AsOneOfTheNorm()
    {
        var clipped = After(100, 0.25f);

        clipped.ShouldBe(After(1, 0.25f), 1e-6f);
        MathF.Abs(clipped - After(0.5f, 0.25f)).ShouldBeGreaterThan(1e-4f);
    }

    private static float After(params float[] gradients)
    {
        var tensor = FloatTensor.Parameter(TensorShape.Row(1), [0]);
        var adam = new Adam([new Trainable(tensor)], Options);
        foreach (var gradient in gradients)
        {
            tensor.Gradient![0] = gradient;
            adam.Step(Rate);
        }

        return tensor.Values[0];
    }
}

using Bitloom.Quantization;
using Bitloom.Training;

namespace Bitloom.Tests.Quantization;

public sealed class SoftmaxStepTests
{
    [Theory]
    [InlineData(1, 8, 9)]
    [InlineData(12, 8, 13)]
    [InlineData(12, 12, 17)]
    [InlineData(64, 4, 11)]
    public void ReciprocalShift_IsTheSmallestSufficient_ForTheRow(int keys, int exponentialBits, int expected)
    {
        var shape = new EncoderShape(keys, 1, 4, 1, 1, 1, 1, Normalization.None);

        var step = Step(shape, exponentialBits);

        step.ReciprocalShift.ShouldBe(expected);
    }

    [Fact]
    public void Exponentials_FallFromOne_ByTheScoresScale()
    {
        var shape = new EncoderShape(3, 1, 4, 1, 1, 1, 1, Normalization.None);
        var trained = RandomEncoders.Create(shape, 3, 1)
            .With("layer0.scores", q => q with { Scale = Math.Log(2) });

        var step = trained.Integers(new QuantizationOptions(16, 4)).Steps.OfType<SoftmaxStep>().Single();

        step.Exponentials.ShouldBe([15, 8, 4, 2, 1, 0, 0, 0]);
    }

    [Fact]
    public void Bound_ShrinksWithExponentialBits_AsTheTableRoundsLess()
    {
        var shape = new EncoderShape(12, 1, 4, 1, 1, 1, 1, Normalization.None);

        Step(shape, 8).Bound.ShouldBe(6.5, 1e-12);
        Step(shape, 12).Bound.ShouldBe(1 + 255 * 11 / 8190.0, 1e-12);
    }

    private static SoftmaxStep Step(EncoderShape shape, int exponentialBits) =>
        RandomEncoders.Create(shape, 8, 1).Integers(new QuantizationOptions(16, exponentialBits))
            .Steps.OfType<SoftmaxStep>().Single();
}

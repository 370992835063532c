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

    [Theory]
    [InlineData(12, 8)]
    [InlineData(12, 12)]
    [InlineData(150, 4)]
    public void Probabilities_StayWithinOneLsb_OfTheTablesQuotients(int keys, int exponentialBits)
    {
        var shape = new EncoderShape(keys, 1, 4, 2, 1, 1, 1, Normalization.None);
        var trained = RandomEncoders.Create(shape, 8, 1);
        var encoder = trained.Integers(new QuantizationOptions(16, exponentialBits));

        var agreement = AgreementLadder.PerOperation(trained, encoder, encoder.Trace(20, 1));

        var softmax = agreement.Single(operation => operation.Tensor == "layer0.probabilities");
        softmax.Bound.ShouldBe(1);
        softmax.WorstError.ShouldBeInRange(0.4, 1);
    }

    private static SoftmaxStep Step(EncoderShape shape, int exponentialBits) =>
        RandomEncoders.Create(shape, 8, 1).Integers(new QuantizationOptions(16, exponentialBits))
            .Steps.OfType<SoftmaxStep>().Single();
}

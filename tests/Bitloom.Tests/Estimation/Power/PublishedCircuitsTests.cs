using Bitloom.Estimation;

namespace Bitloom.Tests.Estimation.Power;

/// <summary>
/// The model on circuits like those of arXiv 2407.11041 (XC7S15, 100 MHz). Their activity and most of their resources
/// are not known: docs/power.md says what is assumed here.
/// </summary>
public sealed class PublishedCircuitsTests
{
    private const double AllLuts = 3450;
    private const int AllMultipliers = 20;
    private static readonly PowerCalibration Calibration = PowerCalibration.Find(SynthesisFamily.Xc7)!;

    // Of the estimator that they were made with, where it is told no other activity.
    private static readonly AssumedActivity Default = new(0.125, 0.125, 0.125, 1, 1, 0, "AMD UG440");

    // Between layers of which one at a time works, of eight, and layers that all work.
    [Theory]
    [InlineData(64, 8, 75)]
    [InlineData(64, 6, 79)]
    [InlineData(32, 4, 63)]
    public void PublishedPower_IsBetweenOneLayerAndAllAtWork(int dimension, int bits, double published)
    {
        Power(dimension, bits, 1.0 / 8).ShouldBeLessThan(published);
        Power(dimension, bits, 1).ShouldBeGreaterThan(published);
    }

    // The share of the circuit that works is found on the second one; the others are predictions.
    [Theory]
    [InlineData(64, 8, 75, 0.171)]
    [InlineData(64, 6, 79, 0)]
    [InlineData(32, 4, 63, 0)]
    public void Error_WithTheShareOfOneCircuit_IsTheStatedOne(int dimension, int bits, double published, double error)
    {
        var share = Share(64, 6, 79);

        share.ShouldBe(0.61, 0.005);
        (Power(dimension, bits, share) / published - 1).ShouldBe(error, 0.005);
    }

    // Whichever circuit the share is from, the others are within what docs/power.md says.
    [Theory]
    [InlineData(64, 8, 75)]
    [InlineData(64, 6, 79)]
    [InlineData(32, 4, 63)]
    public void Error_IsWithinTheStatedOne_WhicheverCircuitTheShareIsFrom(int dimension, int bits, double published)
    {
        var share = Share(dimension, bits, published);

        Power(64, 8, share).ShouldBe(75, 75 * 0.18);
        Power(64, 6, share).ShouldBe(79, 79 * 0.18);
        Power(32, 4, share).ShouldBe(63, 63 * 0.18);
    }

    private static double Share(int dimension, int bits, double published)
    {
        var least = Power(dimension, bits, 0);
        return (published - least) / (Power(dimension, bits, 1) - least);
    }

    private static double Power(int dimension, int bits, double share)
    {
        var resources = Like(dimension, bits);
        var working = Default.Of(resources).Times(share, "a share of the layers");
        // Whatever works, weights are read through one port, which is always enabled.
        return PowerModel.Estimate(
            Calibration, resources, working with { BlockRamAccesses = resources.BlockRams }, 100,
            Calibration.StaticOfDevice["xc7s15"]).Total;
    }

    private static PowerResources Like(int dimension, int bits)
    {
        const int features = 7;
        const double blockBits = 36_864;
        var parameters = 12 * dimension * dimension + (15 + features) * dimension + 1;
        var luts = (int)(AllLuts * bits / 8);
        var blocks = Math.Clamp(Math.Ceiling(parameters * bits / blockBits), 3, 10);
        return new(luts, 0, luts / 2, 0, blocks, AllMultipliers, 0);
    }
}

using Bitloom.Training;

namespace Bitloom.Tests.Training;

public sealed class RangeSearchTests
{
    // 3 bits, signed: -4 .. 3 with scale 0.5 and zero point -1 are -1.5 .. 2.
    private static readonly float[] OnAGrid = [-1.5f, -1, -0.5f, 0, 0.5f, 1, 1.5f, 2];

    [Fact]
    public void Activation_FindsTheGrid_ThatHasTheSamples()
    {
        var grid = RangeSearch.Activation(OnAGrid, bits: 3, signed: true, affine: true);

        grid.Scale.ShouldBe(0.5, 1e-9);
        grid.IntegerZeroPoint.ShouldBe(-1);
    }

    [Fact]
    public void Activation_CutsAnOutlierOff_WhenManySamplesGain()
    {
        float[] samples = [.. Enumerable.Range(0, 1000).Select(i => i % 101 / 101f), 1.5f];

        var grid = RangeSearch.Activation(samples, bits: 3, signed: false, affine: false);

        (grid.Scale * grid.Maximum).ShouldBeInRange(0.9, 1.2);
    }

    [Fact]
    public void WeightScale_IsTheGrid_ThatHasTheWeights()
    {
        RangeSearch.WeightScale([-0.75f, 0.5f, 0.25f, 0], limit: 3).ShouldBe(0.25, 1e-9);
    }
}

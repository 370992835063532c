using Bitloom.Quantization;

namespace Bitloom.Tests.Quantization;

public sealed class RoundingTests
{
    [Theory]
    [InlineData(0.5, 1)]
    [InlineData(1.5, 2)]
    [InlineData(2.5, 3)]
    [InlineData(-0.5, 0)]
    [InlineData(-1.5, -1)]
    [InlineData(-1.51, -2)]
    public void HalfUp_RoundsHalvesTowardsPositive_ForBothSigns(double value, double expected)
    {
        Rounding.HalfUp(value).ShouldBe(expected);
    }
}

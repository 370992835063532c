using Bitloom.Ir;

namespace Bitloom.Tests.Ir;

public sealed class IntegerArithmeticTests
{
    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(-1, 0, 1)]
    [InlineData(-128, 127, 8)]
    [InlineData(-129, 0, 9)]
    [InlineData(0, 128, 9)]
    public void SignedBits_IsTheSmallestWidth_ForTheRange(long minimum, long maximum, int expected)
    {
        IntegerArithmetic.SignedBits(minimum, maximum).ShouldBe(expected);
    }

    [Theory]
    [InlineData(3, 2)]
    [InlineData(1, 1)]
    [InlineData(-1, 0)]
    [InlineData(-3, -1)]
    [InlineData(-2, -1)]
    public void Requantize_RoundsHalfUp_WithTheHalfInTheOffset(long accumulator, int expected)
    {
        var rounded = IntegerArithmetic.Requantize(accumulator, 1, 1, 1, 0, 0, 0, -128, 127);

        rounded.ShouldBe(expected);
    }
}

using Bitloom.Reporting;

namespace Bitloom.Tests.Reporting;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(1234567.8, "1,234,568")]
    [InlineData(123.46, "123.5")]
    [InlineData(12.346, "12.35")]
    [InlineData(1.5, "1.5")]
    [InlineData(-0.0123456, "-0.01235")]
    [InlineData(0.000123, "1.23E-4")]
    [InlineData(double.NaN, "not a number")]
    [InlineData(double.NegativeInfinity, "-infinite")]
    [InlineData(null, "-")]
    public void Number_HasAboutFourDigits(double? value, string expected)
    {
        NumberText.Number(value).ShouldBe(expected);
    }

    [Theory]
    [InlineData(0.1234, "12.3 %")]
    [InlineData(1.0, "100.0 %")]
    [InlineData(double.PositiveInfinity, "-")]
    [InlineData(null, "-")]
    public void Percent_HasOneDecimal(double? share, string expected)
    {
        NumberText.Percent(share).ShouldBe(expected);
    }
}

namespace Bitloom.Conformance.Tests.Programs;

/// <summary>Sizes of which none divides another: outputs and cycles of the RTL, full speed and stalled.</summary>
public sealed class IndivisibleSizeTests
{
    [Theory]
    [InlineData(7, 3, 10, 1, 1, 8, 6, 3, 1)]
    [InlineData(7, 3, 10, 2, 1, 8, 6, 3, 3)]
    [InlineData(5, 2, 9, 1, 1, 7, 4, 2, 1)]
    [InlineData(11, 5, 9, 3, 1, 5, 6, 2, 2)]
    [InlineData(13, 1, 7, 1, 1, 6, 9, 3, 1)]
    [InlineData(3, 4, 11, 1, 1, 8, 8, 4, 2)]
    public async Task Rtl_HasThePredictedOutputsAndCycles(
        int n, int m, int d, int heads, int layers, int bits, int t, int g, int r)
    {
        await new Configuration(n, m, d, heads, layers, bits, t, g, r).ShouldAgreeAsync();
    }
}

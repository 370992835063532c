namespace Bitloom.Conformance.Tests.Programs;

/// <summary>
/// Several layers and heads, few bits, and engines from one cell to many: outputs and cycles of the RTL, full speed
/// and stalled.
/// </summary>
public sealed class DeepModelTests
{
    [Theory]
    [InlineData(4, 2, 8, 4, 1, 8, 4, 4, 1)]
    [InlineData(6, 3, 8, 4, 2, 4, 4, 2, 2)]
    [InlineData(5, 2, 6, 2, 2, 8, 6, 3, 1)]
    [InlineData(7, 1, 10, 2, 2, 3, 3, 1, 1)]
    [InlineData(1, 1, 4, 1, 1, 2, 1, 1, 1)]
    [InlineData(12, 4, 16, 4, 1, 8, 4, 4, 4)]
    [InlineData(9, 2, 5, 5, 1, 8, 10, 5, 5)]
    [InlineData(2, 3, 6, 1, 3, 6, 12, 6, 2)]
    public async Task Rtl_HasThePredictedOutputsAndCycles(
        int n, int m, int d, int heads, int layers, int bits, int t, int g, int r)
    {
        await new Configuration(n, m, d, heads, layers, bits, t, g, r).ShouldAgreeAsync();
    }
}

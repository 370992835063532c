using Bitloom.Pipeline;

namespace Bitloom.Tests.Pipeline;

public sealed class TensorComparisonTests
{
    [Fact]
    public void Compare_CountsAllDifferences_AndNamesTheFirst()
    {
        var result = Compare([1, 2, 3, 4], [1, 3, 3, 9]);

        result.ShouldBe(new RungResult("left", "right", 4, 2, "window 7, hidden[1]: expected 2, found 3"));
    }

    [Theory]
    [InlineData(new[] { 1, 2, 3 }, new[] { 1, 2 }, 3, "window 7, hidden: expected 3 elements, found 2")]
    [InlineData(new[] { 1, 2 }, new[] { 1, 2, 3 }, 2, "window 7, hidden: expected 2 elements, found 3")]
    public void Compare_CountsEveryElement_WhenTheLengthsDiffer(
        int[] expected, int[] found, int differences, string first)
    {
        var result = Compare(expected, found);

        result.ShouldBe(new RungResult("left", "right", expected.Length, differences, first));
    }

    private static RungResult Compare(int[] expected, int[] found) =>
        TensorComparison.Compare(("left", "right"), window: 7, "hidden", expected, found);
}

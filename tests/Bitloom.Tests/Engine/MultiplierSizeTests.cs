using Bitloom.Engine;

namespace Bitloom.Tests.Engine;

public sealed class MultiplierSizeTests
{
    [Theory]
    [InlineData(16, 16, 1)]
    [InlineData(9, 8, 1)]
    [InlineData(17, 16, 1)]
    [InlineData(18, 16, 2)]
    [InlineData(25, 16, 2)]
    [InlineData(16, 25, 2)]
    [InlineData(32, 16, 2)]
    [InlineData(25, 18, 4)]
    [InlineData(18, 17, 2)]
    [InlineData(5, 4, 0)]
    public void Mac16_TakesPiecesOfProducts_ThatAreTooWide_ButNotTheNarrowestOnes(int a, int b, int expected)
    {
        MultiplierSize.Mac16.Of(a, b).ShouldBe(expected);
    }

    [Theory]
    [InlineData(25, 18, 1)]
    [InlineData(18, 25, 1)]
    [InlineData(26, 18, 2)]
    [InlineData(4, 4, 0)]
    public void Dsp48_TakesAWholeProduct_OfItsPorts(int a, int b, int expected)
    {
        MultiplierSize.Dsp48.Of(a, b).ShouldBe(expected);
    }

    [Fact]
    public void Search_GivesCellsTheMultipliers_ThatNarrowLanesLeave()
    {
        var graph = SmallGraphs.OneProduct();

        var narrow = EngineCompiler.Compile(graph, new EngineOptions(MultiplierBudget: 8)
        {
            Multiplier = MultiplierSize.Mac16,
        }).Value!.Parameters;

        (narrow.Shape.Cells + narrow.Shape.R * narrow.Widths.LaneMultipliers(MultiplierSize.Mac16))
            .ShouldBeLessThanOrEqualTo(8);
        // There is no residual.
        narrow.Widths.LaneMultipliers(MultiplierSize.Mac16).ShouldBe(1);
    }
}

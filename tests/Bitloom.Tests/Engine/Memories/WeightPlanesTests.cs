using Bitloom.Engine;

namespace Bitloom.Tests.Engine.Memories;

/// <summary>Weights of several widths in one memory.</summary>
public sealed class WeightPlanesTests
{
    private static readonly WeightPlanes Mixed = WeightPlanes.Of([(8, 5), (4, 12), (6, 7)]);

    [Fact]
    public void Planes_AreAsDeepAsTheWeightsThatNeedThem()
    {
        Mixed.Planes.ShouldBe([new(0, 4, 12), new(4, 2, 7), new(6, 2, 5)]);
        Mixed.ElementBits.ShouldBe(8);
    }

    [Fact]
    public void Planes_HaveTwoWordsOfTwoBits_WithoutWeights()
    {
        WeightPlanes.Of([]).Planes.ShouldBe([new(0, 2, 2)]);
        WeightPlanes.Of([(3, 1)]).Planes.ShouldBe([new(0, 3, 2)]);
    }

    [Theory]
    [InlineData(0, -128)]
    [InlineData(4, 127)]
    [InlineData(5, -32)]
    [InlineData(6, 31)]
    [InlineData(7, -8)]
    [InlineData(11, 7)]
    public void Elements_AreRead_AsTheyWerePlaced(int address, int value)
    {
        var word = Mixed.Place(value, 1, 3) | Mixed.Place(-1, 2, 3);

        Mixed.Unpack(word, address, 3).ShouldBe([0, value & 0xff, 0xff]);
    }

    [Fact]
    public void Cover_HasRoomForBoth()
    {
        var cover = WeightPlanes.Of([(8, 3), (4, 20)]).Cover(WeightPlanes.Of([(6, 9)]));

        cover.Planes.ShouldBe([new(0, 4, 20), new(4, 2, 9), new(6, 2, 3)]);
        cover.ShouldBe(WeightPlanes.Of([(8, 3), (6, 9), (4, 20)]));
        cover.GetHashCode().ShouldBe(WeightPlanes.Of([(8, 3), (6, 9), (4, 20)]).GetHashCode());
        cover.ShouldNotBe(Mixed);
    }
}

using Bitloom.Engine;

namespace Bitloom.Tests.Engine;

public sealed class TensorLayoutTests
{
    private static readonly EngineShape Shape = new(6, 3, 1);

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(5, 4, 4, 5)]
    [InlineData(6, 0, 5, 0)]
    [InlineData(7, 0, 10, 0)]
    [InlineData(13, 4, 19, 5 + 1 - 6)]
    public void Activation_PutsTokensIntoLanes_AndStartsATileAHead(int row, int column, int word, int lane)
    {
        var layout = new TensorLayout(LayoutKind.Activation, Shape, Rows: 7, Columns: 5, Blocks: 2);

        layout.Place(row, column).ShouldBe(new ElementPlace(word, lane));
        layout.Words.ShouldBe(20);
    }

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(4, 2, 7, 1)]
    [InlineData(6, 4, 14, 0)]
    public void Key_PutsTokensIntoGLanes_OverWholeRowTiles(int row, int column, int word, int lane)
    {
        var layout = new TensorLayout(LayoutKind.Key, Shape, Rows: 7, Columns: 5);

        layout.Place(row, column).ShouldBe(new ElementPlace(word, lane));
        layout.Words.ShouldBe(20);
    }

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(6, 3, 13, 0)]
    [InlineData(6, 4, 13, 1)]
    [InlineData(2, 5, 16, 0)]
    public void Row_PutsFeaturesIntoLanes_AndStartsATileABlock(int row, int column, int word, int lane)
    {
        var layout = new TensorLayout(LayoutKind.Row, Shape, Rows: 7, Columns: 10, Blocks: 2);

        layout.Place(row, column).ShouldBe(new ElementPlace(word, lane));
        layout.Words.ShouldBe(28);
    }

    [Theory]
    [InlineData(LayoutKind.Activation, 2)]
    [InlineData(LayoutKind.Key, 1)]
    [InlineData(LayoutKind.Row, 2)]
    public void Place_GivesEveryElementItsOwnLane_InsideTheWords(LayoutKind kind, int blocks)
    {
        var layout = new TensorLayout(kind, Shape, Rows: 7, Columns: 10, blocks);
        var rows = kind == LayoutKind.Activation ? 14 : 7;

        var places = Enumerable.Range(0, rows * 10).Select(i => layout.Place(i / 10, i % 10)).ToList();

        places.Distinct().Count().ShouldBe(places.Count);
        places.ShouldAllBe(place => place.Word >= 0 && place.Word < layout.Words && place.Lane < layout.Lanes);
    }
}

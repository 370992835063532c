namespace Bitloom.Engine;

/// <summary>How a tensor's elements lie in memory words (docs/engine.md, Memories).</summary>
public enum LayoutKind
{
    /// <summary>T tokens at one feature: what A operands and residuals read.</summary>
    Activation,

    /// <summary>G tokens at one feature: the keys of a score.</summary>
    Key,

    /// <summary>G features of one token: values, the pool's operand, weights (a token is an input feature).</summary>
    Row,
}

/// <summary>The word, counted from the tensor's base, and the lane that hold one element.</summary>
public readonly record struct ElementPlace(int Word, int Lane);

/// <summary>
/// The layout of a tensor. <paramref name="Blocks"/> heads are stacked: by rows in <see cref="LayoutKind.Activation"/>,
/// where <paramref name="Rows"/> counts one head's, and by columns in <see cref="LayoutKind.Row"/>, where
/// <paramref name="Columns"/> counts all; every head starts a new tile. A key layout has one block.
/// </summary>
public sealed record TensorLayout(LayoutKind Kind, EngineShape Shape, int Rows, int Columns, int Blocks = 1)
{
    /// <summary>Tiles of T rows in a block.</summary>
    public int RowTiles => Division.Ceiling(Rows, Shape.T);

    /// <summary>Words of one block.</summary>
    public int BlockWords => Kind switch
    {
        LayoutKind.Activation => RowTiles * Columns,
        LayoutKind.Key => RowTiles * (Shape.T / Shape.G) * Columns,
        LayoutKind.Row => Division.Ceiling(Columns / Blocks, Shape.G) * Rows,
    };

    /// <summary>Words of the whole tensor.</summary>
    public int Words => Blocks * BlockWords;

    /// <summary>Lanes of a word.</summary>
    public int Lanes => Kind == LayoutKind.Activation ? Shape.T : Shape.G;

    /// <summary>Where element (<paramref name="row"/>, <paramref name="column"/>) of the whole tensor is.</summary>
    public ElementPlace Place(int row, int column) => Kind switch
    {
        LayoutKind.Activation => InActivation(row / Rows, row % Rows, column),
        LayoutKind.Key => new(row / Shape.G * Columns + column, row % Shape.G),
        LayoutKind.Row => InRow(column / (Columns / Blocks), row, column % (Columns / Blocks)),
    };

    private ElementPlace InActivation(int block, int row, int column) =>
        new(block * BlockWords + row / Shape.T * Columns + column, row % Shape.T);

    private ElementPlace InRow(int block, int row, int column) =>
        new(block * BlockWords + column / Shape.G * Rows + row, column % Shape.G);
}

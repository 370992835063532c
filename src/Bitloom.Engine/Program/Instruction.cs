namespace Bitloom.Engine;

/// <summary>
/// One instruction (docs/engine.md, Instructions). Counts are true counts here; the word holds them minus one.
/// </summary>
public sealed record Instruction
{
    /// <summary>What it does.</summary>
    public Opcode Opcode { get; init; }

    /// <summary>Idle cycles before the first issue cycle.</summary>
    public int Delay { get; init; }

    /// <summary>Memory of the A operand, the scores or the output.</summary>
    public EngineMemory ABank { get; init; } = EngineMemory.Bank0;

    /// <summary>True when A elements are zero-extended.</summary>
    public bool AUnsigned { get; init; }

    /// <summary>First A word.</summary>
    public int ABase { get; init; }

    /// <summary>Added to the A address for each row tile.</summary>
    public int AStride { get; init; }

    /// <summary>Memory of the B operand.</summary>
    public EngineMemory BBank { get; init; } = EngineMemory.Weight;

    /// <summary>First B word.</summary>
    public int BBase { get; init; }

    /// <summary>Added to the B address for each column tile.</summary>
    public int BStride { get; init; }

    /// <summary>K of a product, keys of a softmax, columns of the output.</summary>
    public int Steps { get; init; } = 1;

    /// <summary>Cycles a tile takes.</summary>
    public int TileCycles { get; init; } = 1;

    /// <summary>Row tiles.</summary>
    public int RowTiles { get; init; } = 1;

    /// <summary>Column tiles.</summary>
    public int ColumnTiles { get; init; } = 1;

    /// <summary>Valid columns of the last column tile.</summary>
    public int LastColumns { get; init; } = 1;

    /// <summary>Valid rows of the last row tile.</summary>
    public int LastRows { get; init; } = 1;

    /// <summary>Drained groups of R rows a column.</summary>
    public int Groups { get; init; } = 1;

    /// <summary>First epilogue word; SOFTMAX: first exponential word.</summary>
    public int ConstantBase { get; init; }

    /// <summary>True when all columns use one epilogue word.</summary>
    public bool ConstantShared { get; init; }

    /// <summary>True when there is a residual operand.</summary>
    public bool Residual { get; init; }

    /// <summary>True when residual elements are zero-extended.</summary>
    public bool ResidualUnsigned { get; init; }

    /// <summary>Memory of the residual; never that of A.</summary>
    public EngineMemory ResidualBank { get; init; } = EngineMemory.Bank0;

    /// <summary>First residual word.</summary>
    public int ResidualBase { get; init; }

    /// <summary>Added to the residual address for each row tile.</summary>
    public int ResidualStride { get; init; }

    /// <summary>k.</summary>
    public int ResidualShift { get; init; }

    /// <summary>s.</summary>
    public int Shift { get; init; }

    /// <summary>Lower clamp bound.</summary>
    public int Minimum { get; init; }

    /// <summary>Upper clamp bound.</summary>
    public int Maximum { get; init; }

    /// <summary>Memory of the result.</summary>
    public EngineMemory DestinationBank { get; init; } = EngineMemory.Bank0;

    /// <summary>Layout of the result.</summary>
    public LayoutKind DestinationLayout { get; init; }

    /// <summary>First result word.</summary>
    public int DestinationBase { get; init; }

    /// <summary>Added to the result address for each row tile.</summary>
    public int RowStride { get; init; }

    /// <summary>Added to the result address for each column tile.</summary>
    public int ColumnStride { get; init; }

    /// <summary>Key layout: added for each word of a column.</summary>
    public int KeyStride { get; init; }

    /// <summary>True when the maxima of the result's rows are kept for a softmax.</summary>
    public bool Maxima { get; init; }

    /// <summary>True when the results are looked up in a function's table.</summary>
    public bool Lookup { get; init; }

    /// <summary>First word of the table, a multiple of 2^AW; the tile's first token where it is causal.</summary>
    public int FunctionBase { get; init; }

    /// <summary>Softmax and the maxima for it: a row sees the keys up to its token only.</summary>
    public bool Causal { get; init; }

    /// <summary>True when row <paramref name="row"/> of the tile sees the key.</summary>
    public bool Sees(int row, int key) => !Causal || key <= FunctionBase + row;

    /// <summary>NORM: LayerNorm, not RMSNorm.</summary>
    public bool Centered { get; init; }

    /// <summary>Tiles of the whole instruction.</summary>
    public int Tiles => RowTiles * ColumnTiles;

    /// <summary>Valid columns of a column tile of <paramref name="width"/> columns.</summary>
    public int ColumnsOf(int columnTile, int width) => columnTile == ColumnTiles - 1 ? LastColumns : width;

    /// <summary>Valid rows of a row tile of <paramref name="height"/> rows.</summary>
    public int RowsOf(int rowTile, int height) => rowTile == RowTiles - 1 ? LastRows : height;
}

namespace Bitloom.Tensors;

/// <summary>Batches of row-major matrices: a token batch is windows x tokens x features.</summary>
public readonly record struct TensorShape(int Batches, int Rows, int Columns)
{
    /// <summary>Number of elements.</summary>
    public int Size => checked(Batches * Rows * Columns);

    /// <summary>Rows of all batches together: the shape seen as one matrix.</summary>
    public int TotalRows => Batches * Rows;

    /// <summary>A single matrix.</summary>
    public static TensorShape Matrix(int rows, int columns) => new(1, rows, columns);

    /// <summary>A single row.</summary>
    public static TensorShape Row(int columns) => new(1, 1, columns);

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Batches} x {Rows} x {Columns}");
}

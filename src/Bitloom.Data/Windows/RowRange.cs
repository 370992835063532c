namespace Bitloom.Data;

/// <summary>The rows (or windows) Start .. End - 1 of a series.</summary>
public readonly record struct RowRange(int Start, int End)
{
    /// <summary>Number of rows.</summary>
    public int Count => End - Start;
}

namespace Bitloom.Data;

/// <summary>The rows Start .. End - 1 of a series.</summary>
internal readonly record struct RowRange(int Start, int End)
{
    public int Count => End - Start;
}

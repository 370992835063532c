namespace Bitloom.Data;

/// <summary>
/// The wanted columns of a CSV file as text: <see cref="Rows"/> holds one array a row, in the order of
/// <see cref="Columns"/>; the cells of an absent column are empty. <see cref="Lines"/> are line numbers from 1.
/// </summary>
internal sealed record TextTable(
    string File,
    IReadOnlyList<string> Columns,
    IReadOnlyList<string> AbsentColumns,
    IReadOnlyList<string[]> Rows,
    IReadOnlyList<int> Lines)
{
    public string Location(int row) => Text.Of($"{File}:{Lines[row]}");

    public int IndexOf(string column) => Columns.ToList().IndexOf(column);
}

using Bitloom.Engine;

namespace Bitloom.Estimation;

/// <summary>
/// Rows and columns of the array that have a cell of a kind (mac_array.vhd): each keeps its operand in registers that
/// fewer or more of the kind's cells take into their own.
/// </summary>
/// <param name="Luts">Cells of LUTs.</param>
/// <param name="LutRows">Rows with a cell of LUTs.</param>
/// <param name="LutColumns">Columns with one.</param>
/// <param name="SingleRows">Rows with a cell that has a multiplier to itself, and none of LUTs.</param>
/// <param name="SingleColumns">Columns with one, and none of LUTs.</param>
/// <param name="PairRows">Rows with nothing but pairs.</param>
/// <param name="PairColumns">Pairs of columns with a pair.</param>
internal readonly record struct ArrayCells(
    int Luts, int LutRows, int LutColumns, int SingleRows, int SingleColumns, int PairRows, int PairColumns)
{
    /// <summary>The cells of an engine, allocated as in mac_array.vhd.</summary>
    public static ArrayCells Of(EngineParameters engine)
    {
        var (shape, multipliers) = (engine.Shape, engine.Multipliers);
        var (lutRows, lutColumns) = (new HashSet<int>(), new HashSet<int>());
        var (singleRows, singleColumns) = (new HashSet<int>(), new HashSet<int>());
        var (pairRows, pairColumns) = (new HashSet<int>(), new HashSet<int>());
        for (var column = 0; column < shape.G; column++)
        {
            for (var row = 0; row < shape.T; row++)
            {
                var (rows, columns) = IsPaired(shape, multipliers, row, column) ? (pairRows, pairColumns)
                    : Number(shape, multipliers, row, column) < multipliers.Singles ? (singleRows, singleColumns)
                    : (lutRows, lutColumns);
                rows.Add(row);
                columns.Add(rows == pairRows ? column / 2 : column);
            }
        }

        singleRows.ExceptWith(lutRows);
        singleColumns.ExceptWith(lutColumns);
        pairRows.ExceptWith(lutRows);
        pairRows.ExceptWith(singleRows);
        return new(
            multipliers.LutCells(shape), lutRows.Count, lutColumns.Count, singleRows.Count, singleColumns.Count,
            pairRows.Count, pairColumns.Count);
    }

    private static bool IsPaired(EngineShape shape, MultiplierAllocation multipliers, int row, int column) =>
        column < shape.G / 2 * 2 && column / 2 * shape.T + row < multipliers.Pairs;

    // The order in which cells that are not paired are given multipliers.
    private static int Number(EngineShape shape, MultiplierAllocation multipliers, int row, int column) =>
        column == shape.G - 1 && column % 2 == 0
            ? 2 * (shape.G / 2 * shape.T - multipliers.Pairs) + row
            : 2 * (column / 2 * shape.T + row - multipliers.Pairs) + column % 2;
}

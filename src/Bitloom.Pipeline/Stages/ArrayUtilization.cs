using Bitloom.Engine;

namespace Bitloom.Pipeline;

/// <summary>How much of the array an instruction uses.</summary>
internal static class ArrayUtilization
{
    /// <summary>
    /// Useful multiplications as a share of cells times cycles, delay included; null for other instructions.
    /// </summary>
    public static double? Of(EngineProgram program, int index)
    {
        var (scheduled, fields) = (program.Schedule.Instructions[index], program.Instructions[index].Fields);
        if (fields.Opcode != Opcode.MatMul)
            return null;
        var shape = program.Parameters.Shape;
        var rows = (fields.RowTiles - 1) * shape.T + fields.LastRows;
        var columns = (fields.ColumnTiles - 1) * shape.G + fields.LastColumns;
        var cycles = scheduled.End - scheduled.Start + scheduled.Delay;
        return (double)rows * columns * fields.Steps / ((double)shape.Cells * cycles);
    }
}

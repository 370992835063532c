namespace Bitloom.Engine;

/// <summary>MATMUL: outer products into the array's accumulators, then the drain of each tile.</summary>
internal sealed class ProductExecution(EngineMachine machine, Instruction fields, long start)
{
    private readonly EngineShape shape = machine.Parameters.Shape;

    public void Run()
    {
        for (var rowTile = 0; rowTile < fields.RowTiles; rowTile++)
        {
            for (var columnTile = 0; columnTile < fields.ColumnTiles; columnTile++)
            {
                var issue = start + (long)(rowTile * fields.ColumnTiles + columnTile) * fields.TileCycles;
                Drain(Accumulate(issue, rowTile, columnTile), issue, rowTile, columnTile);
            }
        }
    }

    private long[,] Accumulate(long issue, int rowTile, int columnTile)
    {
        var accumulators = new long[shape.T, shape.G];
        for (var step = 0; step < fields.Steps; step++)
        {
            var a = machine.Read(fields.ABank, fields.ABase + rowTile * fields.AStride + step, issue + step);
            var b = machine.Read(fields.BBank, fields.BBase + columnTile * fields.BStride + step, issue + step);
            Add(accumulators, a, b);
        }

        return accumulators;
    }

    private void Add(long[,] accumulators, int[] a, int[] b)
    {
        var (widths, bBits) = (machine.Parameters.Widths, machine.BitsOf(fields.BBank));
        for (var row = 0; row < shape.T; row++)
        {
            var left = machine.Extend(a[row], fields.AUnsigned);
            for (var column = 0; column < shape.G; column++)
            {
                var sum = accumulators[row, column] + (long)left * SignExtension.Extend(b[column], bBits);
                accumulators[row, column] = SignExtension.Extend(sum, widths.AccumulatorBits);
            }
        }
    }

    private void Drain(long[,] accumulators, long issue, int rowTile, int columnTile)
    {
        var columns = fields.ColumnsOf(columnTile, shape.G);
        var word = fields.DestinationBase + rowTile * fields.RowStride + columnTile * fields.ColumnStride;
        var first = issue + fields.Steps - 1 + PipelineLatencies.StepToSlot;
        var end = first + columns * fields.Groups;
        for (var slot = first; slot < end; slot++)
        {
            var (column, group) = Math.DivRem((int)(slot - first), fields.Groups);
            var results = Group(accumulators, column, group, rowTile, columnTile * shape.G + column, slot);
            DrainPipeline.Accept(machine, fields, results, column, group, word, slot);
            if (fields.Maxima)
                Compare(results, group, columnTile * shape.G + column, slot);
        }

        var isRow = fields.DestinationLayout == LayoutKind.Row;
        if (isRow)
            DrainPipeline.WriteRows(machine, fields, fields.RowsOf(rowTile, shape.T), word, end - 1);
        machine.Drain(
            first - PipelineLatencies.AcceptToSlot, first, isRow ? end + fields.RowsOf(0, shape.T) : end);
    }

    private void Compare(int[] results, int group, int key, long slot)
    {
        for (var lane = 0; lane < results.Length; lane++)
        {
            var (row, score) = (group * shape.R + lane, machine.Extend(results[lane], unsigned: false));
            if (fields.Sees(row, key))
                machine.Maxima[row] = key == 0 ? score : Math.Max(machine.Maxima[row], score);
        }

        machine.Write(
            EngineMemory.Softmax, SoftmaxRegister.Maxima, slot + PipelineLatencies.SlotToMaxima, machine.Maxima);
    }

    private int[] Group(long[,] accumulators, int column, int group, int rowTile, int channel, long slot)
    {
        var constants = machine.Constants(fields.ConstantBase + (fields.ConstantShared ? 0 : channel));
        var residual = fields.Residual
            ? machine.Read(fields.ResidualBank, ResidualAddress(rowTile, channel), slot)
            : new int[shape.T];
        var results = new int[shape.R];
        for (var lane = 0; lane < shape.R; lane++)
        {
            var row = group * shape.R + lane;
            var r = machine.Extend(residual[row], fields.ResidualUnsigned);
            results[lane] = DrainPipeline.Requantize(machine, fields, accumulators[row, column], r, constants);
        }

        return results;
    }

    private int ResidualAddress(int rowTile, int channel) =>
        fields.ResidualBase + rowTile * fields.ResidualStride + channel;
}

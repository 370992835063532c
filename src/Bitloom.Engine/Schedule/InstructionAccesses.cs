using Bitloom.Diagnostics;

namespace Bitloom.Engine;

/// <summary>One use of a memory port, in cycles from an instruction's first issue cycle.</summary>
internal readonly record struct Access(EngineMemory Memory, int Address, int Cycle);

/// <summary>
/// When an instruction reads and writes which word, and when it drains (docs/engine.md, Time). Reads of the weight,
/// epilogue and exponential memories are left out: nothing writes there, and issue and drain use them in turn.
/// </summary>
internal sealed class InstructionAccesses
{
    private readonly EngineShape shape;
    private readonly Instruction fields;

    private InstructionAccesses(Instruction fields, EngineShape shape) => (this.fields, this.shape) = (fields, shape);

    /// <summary>Words read.</summary>
    public List<Access> Reads { get; } = [];

    /// <summary>Words written.</summary>
    public List<Access> Writes { get; } = [];

    /// <summary>The first drain slot.</summary>
    public int FirstSlot { get; private set; }

    /// <summary>The first drain slot of the last tile.</summary>
    public int LastTileSlot { get; private set; }

    /// <summary>The cycle after the last drain slot, transposed rows included.</summary>
    public int SlotsEnd { get; private set; }

    /// <summary>The accesses of one instruction.</summary>
    public static InstructionAccesses Of(Instruction fields, EngineShape shape, EngineWidths widths)
    {
        var accesses = new InstructionAccesses(fields, shape);
        for (var tile = 0; tile < fields.Tiles; tile++)
        {
            if (fields.Opcode == Opcode.MatMul)
                accesses.AddProductTile(tile);
            else if (fields.Opcode == Opcode.Norm)
                accesses.AddNormTile(tile, widths.Norm.RootBits);
            else
                accesses.AddSoftmaxTile(tile, widths.Softmax.QuotientBits);
        }

        return accesses;
    }

    private void AddProductTile(int tile)
    {
        var start = tile * fields.TileCycles;
        var (rowTile, columnTile) = Math.DivRem(tile, fields.ColumnTiles);
        for (var step = 0; step < fields.Steps; step++)
        {
            Reads.Add(new(fields.ABank, fields.ABase + rowTile * fields.AStride + step, start + step));
            if (fields.BBank == EngineMemory.BankB)
                Reads.Add(new(fields.BBank, fields.BBase + columnTile * fields.BStride + step, start + step));
        }

        AddDrain(start + fields.Steps - 1 + PipelineLatencies.StepToSlot, rowTile, columnTile, tile == 0);
    }

    private void AddDrain(int slot, int rowTile, int columnTile, bool isFirst)
    {
        var columns = fields.ColumnsOf(columnTile, shape.G);
        if (isFirst)
            FirstSlot = slot;
        LastTileSlot = slot;
        if (fields.Residual)
            AddResidualReads(slot, rowTile, columnTile * shape.G, columns);
        var word = fields.DestinationBase + rowTile * fields.RowStride + columnTile * fields.ColumnStride;
        SlotsEnd = slot + columns * fields.Groups;
        switch (fields.DestinationLayout)
        {
            case LayoutKind.Activation:
                AddColumnWrites(slot, word, columns, wordGroups: fields.Groups, keyStride: 0);
                break;
            case LayoutKind.Key:
                AddColumnWrites(slot, word, columns, wordGroups: shape.G / shape.R, fields.KeyStride);
                break;
            case LayoutKind.Row:
                AddRowWrites(word, fields.RowsOf(rowTile, shape.T));
                break;
            default:
                throw new CompilerBugException("InstructionAccesses", $"layout {fields.DestinationLayout}");
        }
    }

    private void AddResidualReads(int slot, int rowTile, int firstColumn, int columns)
    {
        var address = fields.ResidualBase + rowTile * fields.ResidualStride + firstColumn;
        for (var index = 0; index < columns * fields.Groups; index++)
            Reads.Add(new(fields.ResidualBank, address + index / fields.Groups, slot + index));
    }

    private void AddColumnWrites(int slot, int word, int columns, int wordGroups, int keyStride)
    {
        for (var column = 0; column < columns; column++)
        {
            for (var part = 0; part < fields.Groups / wordGroups; part++)
            {
                var lastGroup = slot + column * fields.Groups + (part + 1) * wordGroups - 1;
                var address = word + part * keyStride + column;
                Writes.Add(new(fields.DestinationBank, address, lastGroup + PipelineLatencies.SlotToWrite));
            }
        }
    }

    // The port is busy for the rows of a full tile, also in a last tile that has fewer.
    private void AddRowWrites(int word, int rows)
    {
        for (var row = 0; row < rows; row++)
            Writes.Add(new(fields.DestinationBank, word + row, SlotsEnd - 1 + PipelineLatencies.SlotToWrite + row));
        SlotsEnd += fields.RowTiles == 1 ? fields.LastRows : shape.T;
    }

    private void AddSoftmaxTile(int tile, int quotientBits)
    {
        var (start, scores) = (tile * fields.TileCycles, fields.ABase + tile * fields.AStride);
        var write = start + PipelineLatencies.SoftmaxWritePhase(fields.Steps, fields.Groups, shape.R, quotientBits);
        AddScoreReads(scores, start, groups: 1);
        AddScoreReads(scores, start + PipelineLatencies.SoftmaxSumPhase(fields.Steps), fields.Groups);
        AddScoreReads(scores, write, fields.Groups);
        var slot = write + PipelineLatencies.SoftmaxReadToSlot;
        if (tile == 0)
            FirstSlot = slot;
        LastTileSlot = slot;
        SlotsEnd = slot + fields.Steps * fields.Groups;
        var word = fields.DestinationBase + tile * fields.RowStride;
        AddColumnWrites(slot, word, fields.Steps, fields.Groups, keyStride: 0);
    }

    private void AddNormTile(int tile, int rootBits)
    {
        var (start, words) = (tile * fields.TileCycles, fields.ABase + tile * fields.AStride);
        var write = start + NormLatencies.WritePhase(fields.Steps, fields.Groups, shape, rootBits);
        AddScoreReads(words, start, groups: 1);
        AddScoreReads(words, start + NormLatencies.SpreadPhase(fields.Steps), fields.Groups);
        var inRows = fields.DestinationLayout == LayoutKind.Row;
        var width = inRows ? shape.G : fields.Steps;
        for (var first = 0; first < fields.Steps; first += width)
        {
            var columns = Math.Min(width, fields.Steps - first);
            AddReads(words + first, write, columns * fields.Groups, fields.Groups);
            var slot = write + PipelineLatencies.SoftmaxReadToSlot;
            var word = fields.DestinationBase + tile * fields.RowStride + first / width * fields.ColumnStride;
            write += columns * fields.Groups + (inRows ? shape.T : 0);
            SlotsEnd = slot + columns * fields.Groups;
            if (inRows)
                AddNormRows(word, fields.RowsOf(tile, shape.T));
            else
                AddColumnWrites(slot, word, columns, fields.Groups, keyStride: 0);
        }

        // The constants are read in the first cycle, by the port of the drain: nothing may drain then.
        (FirstSlot, LastTileSlot) = (0, start);
    }

    private void AddNormRows(int word, int rows)
    {
        for (var row = 0; row < rows; row++)
            Writes.Add(new(fields.DestinationBank, word + row, SlotsEnd - 1 + PipelineLatencies.SlotToWrite + row));
        SlotsEnd += shape.T;
    }

    private void AddScoreReads(int scores, int start, int groups)
    {
        AddReads(scores, start, fields.Steps * groups, groups);
    }

    private void AddReads(int words, int start, int count, int groups)
    {
        for (var index = 0; index < count; index++)
            Reads.Add(new(fields.ABank, words + index / groups, start + index));
    }
}

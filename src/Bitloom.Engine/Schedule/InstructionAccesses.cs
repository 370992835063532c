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

    /// <summary>Drained tiles.</summary>
    public List<TileDrain> Drains { get; } = [];

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
            else if (fields.Opcode == Opcode.Softmax)
                accesses.AddSoftmax(widths.Softmax.QuotientBits);
            else
                accesses.AddProbabilities();
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

        AddDrain(start + fields.Steps - 1 + PipelineLatencies.StepToSlot, rowTile, columnTile);
    }

    private void AddDrain(int slot, int rowTile, int columnTile)
    {
        var columns = fields.ColumnsOf(columnTile, shape.G);
        if (fields.Residual)
            AddResidualReads(slot, rowTile, columnTile * shape.G, columns);
        var word = fields.DestinationBase + rowTile * fields.RowStride + columnTile * fields.ColumnStride;
        var end = slot + columns * fields.Groups;
        Drains.Add(new(slot - PipelineLatencies.AcceptToSlot, slot, end + FlushedRows));
        if (fields.Maxima)
            AddMaxima(slot, end);
        switch (fields.DestinationLayout)
        {
            case LayoutKind.Activation:
                AddColumnWrites(slot, word, columns, wordGroups: fields.Groups, keyStride: 0);
                break;
            case LayoutKind.Key:
                AddColumnWrites(slot, word, columns, wordGroups: shape.G / shape.R, fields.KeyStride);
                break;
            case LayoutKind.Row:
                AddRowWrites(end - 1, word, fields.RowsOf(rowTile, shape.T));
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
    private int FlushedRows => fields.DestinationLayout != LayoutKind.Row ? 0
        : fields.RowTiles == 1 ? fields.LastRows : shape.T;

    private void AddRowWrites(int lastSlot, int word, int rows)
    {
        for (var row = 0; row < rows; row++)
            Writes.Add(new(fields.DestinationBank, word + row, lastSlot + PipelineLatencies.SlotToWrite + row));
    }

    private void AddMaxima(int slot, int end)
    {
        foreach (var compared in new[] { slot, end - 1 })
        {
            var cycle = compared + PipelineLatencies.SlotToMaxima;
            Writes.Add(new(EngineMemory.Softmax, SoftmaxRegister.Maxima, cycle));
        }
    }

    private void AddNormTile(int tile, int rootBits)
    {
        var (start, words) = (tile * fields.TileCycles, fields.ABase + tile * fields.AStride);
        var write = start + NormLatencies.WritePhase(fields.Steps, fields.Groups, shape, rootBits);
        AddReads(words, start, fields.Steps, groups: 1);
        AddReads(words, start + NormLatencies.SpreadPhase(fields.Steps), fields.Steps * fields.Groups, fields.Groups);

        // The constants are read in the first cycle, by the port of the drain.
        if (tile == 0)
            Drains.Add(new(start, start, start + 1));
        var inRows = fields.DestinationLayout == LayoutKind.Row;
        var width = inRows ? shape.G : fields.Steps;
        for (var first = 0; first < fields.Steps; first += width)
        {
            var columns = Math.Min(width, fields.Steps - first);
            var slots = columns * fields.Groups;
            AddReads(words + first, write, slots, fields.Groups);
            var slot = write + PipelineLatencies.SoftmaxReadToSlot;
            var word = fields.DestinationBase + tile * fields.RowStride + first / width * fields.ColumnStride;
            var flushed = inRows ? shape.T : 0;
            Drains.Add(new(slot - PipelineLatencies.SoftmaxAcceptToSlot, slot, slot + slots + flushed));
            write += slots + flushed;
            if (inRows)
                AddRowWrites(slot + slots - 1, word, fields.RowsOf(tile, shape.T));
            else
                AddColumnWrites(slot, word, columns, fields.Groups, keyStride: 0);
        }
    }

    private void AddReads(int words, int start, int count, int groups)
    {
        for (var index = 0; index < count; index++)
            Reads.Add(new(fields.ABank, words + index / groups, start + index));
    }

    private void AddSoftmax(int quotientBits)
    {
        Reads.Add(new(EngineMemory.Softmax, SoftmaxRegister.Maxima, 0));
        Writes.Add(new(EngineMemory.Softmax, SoftmaxRegister.Tile, 0));
        AddScoreReads(PipelineLatencies.SoftmaxSumPhase);
        var ready = PipelineLatencies.SoftmaxReady(fields.Steps, fields.Groups, shape.R, quotientBits);
        Writes.Add(new(EngineMemory.Softmax, SoftmaxRegister.Reciprocals, ready - 1));
    }

    private void AddProbabilities()
    {
        Reads.Add(new(EngineMemory.Softmax, SoftmaxRegister.Reciprocals, 0));
        AddScoreReads(PipelineLatencies.SoftmaxWritePhase);
        var slot = PipelineLatencies.SoftmaxWritePhase + PipelineLatencies.SoftmaxReadToSlot;
        var slots = fields.Steps * fields.Groups;
        Reads.Add(new(
            EngineMemory.Softmax,
            SoftmaxRegister.Tile,
            PipelineLatencies.SoftmaxWritePhase + slots - 1 + PipelineLatencies.SoftmaxTail));
        Drains.Add(new(slot - PipelineLatencies.SoftmaxAcceptToSlot, slot, slot + slots));
        AddColumnWrites(slot, fields.DestinationBase, fields.Steps, fields.Groups, keyStride: 0);
    }

    private void AddScoreReads(int start) =>
        AddReads(fields.ABase, start, fields.Steps * fields.Groups, fields.Groups);
}

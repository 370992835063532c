using Bitloom.Ir;

namespace Bitloom.Engine;

/// <summary>NORM: sums, spreads, roots and write, a tile of T rows at a time; sums wrap as the hardware's.</summary>
internal sealed class NormExecution(EngineMachine machine, Instruction fields, long start)
{
    private readonly EngineShape shape = machine.Parameters.Shape;
    private readonly NormParameters norm = machine.Parameters.Widths.Norm;

    private bool InRows => fields.DestinationLayout == LayoutKind.Row;

    public void Run()
    {
        for (var tile = 0; tile < fields.RowTiles; tile++)
            RunTile(tile, start + (long)tile * fields.TileCycles);
    }

    private void RunTile(int tile, long issue)
    {
        var words = fields.ABase + tile * fields.AStride;
        var sums = Sums(words, issue);
        var constants = machine.Constants(fields.ConstantBase);
        var spreads = Spreads(words, issue + NormLatencies.SpreadPhase(fields.Steps), sums, constants.Multiplier);
        var roots = spreads.Select(spread => Root(constants.Offset, spread)).ToArray();
        var write = issue + NormLatencies.WritePhase(fields.Steps, fields.Groups, shape, norm.RootBits);

        // The constants are read in the tile's first cycle, by the port of the drain.
        if (tile == 0)
            machine.Drain(issue, issue, issue + 1);
        Write(tile, write, sums, roots);
    }

    private long[] Sums(int words, long cycle)
    {
        var sums = new long[shape.T];
        for (var feature = 0; feature < fields.Steps; feature++)
        {
            var word = machine.Read(fields.ABank, words + feature, cycle + feature);
            for (var row = 0; row < shape.T && fields.Centered; row++)
                sums[row] = SignExtension.Extend(sums[row] + Element(word, row), norm.SumBits);
        }

        return sums;
    }

    private long[] Spreads(int words, long cycle, long[] sums, int epsilon)
    {
        var spreads = Enumerable.Repeat((long)epsilon, fields.Groups * shape.R).ToArray();
        for (var index = 0; index < fields.Steps * fields.Groups; index++)
        {
            var (feature, group) = Math.DivRem(index, fields.Groups);
            var word = machine.Read(fields.ABank, words + feature, cycle + index);
            for (var row = group * shape.R; row < (group + 1) * shape.R; row++)
                spreads[row] += Element(word, row) * Deviation(word, row, sums);
        }

        return [.. spreads.Select(spread => spread & ((1L << norm.SpreadBits) - 1))];
    }

    private int Element(int[] word, int row) => machine.Extend(word[row], fields.AUnsigned);

    private long Deviation(int[] word, int row, long[] sums) =>
        SignExtension.Extend((long)norm.Features * Element(word, row) - sums[row], norm.DeviationBits);

    // Only a row without a valid element has no spread; its digits are all ones.
    private long Root(long gain, long spread) =>
        (spread == 0 ? -1 : IntegerArithmetic.ReciprocalRoot(gain, spread)) & ((1L << norm.RootBits) - 1);

    private void Write(int tile, long cycle, long[] sums, long[] roots)
    {
        var words = fields.ABase + tile * fields.AStride;
        var width = InRows ? shape.G : fields.Steps;
        for (var first = 0; first < fields.Steps; first += width)
        {
            var columns = Math.Min(width, fields.Steps - first);
            var target = fields.DestinationBase + tile * fields.RowStride + first / width * fields.ColumnStride;
            for (var index = 0; index < columns * fields.Groups; index++)
            {
                var (column, group) = Math.DivRem(index, fields.Groups);
                var word = machine.Read(fields.ABank, words + first + column, cycle + index);
                var results = Group(word, sums, roots, group);
                var slot = cycle + index + PipelineLatencies.SoftmaxReadToSlot;
                DrainPipeline.Accept(machine, fields, results, column, group, target, slot);
            }

            var firstSlot = cycle + PipelineLatencies.SoftmaxReadToSlot;
            var end = firstSlot + columns * fields.Groups + (InRows ? shape.T : 0);
            machine.Drain(firstSlot - PipelineLatencies.SoftmaxAcceptToSlot, firstSlot, end);
            cycle += columns * fields.Groups;
            if (!InRows)
                continue;
            var last = cycle - 1 + PipelineLatencies.SoftmaxReadToSlot;
            DrainPipeline.WriteRows(machine, fields, fields.RowsOf(tile, shape.T), target, last);
            cycle += shape.T;
        }
    }

    private int[] Group(int[] word, long[] sums, long[] roots, int group)
    {
        var results = new int[shape.R];
        for (var lane = 0; lane < shape.R; lane++)
        {
            var row = group * shape.R + lane;
            var constants = new EpilogueConstants((int)Deviation(word, row, sums), 0, 1L << (fields.Shift - 1));
            results[lane] = DrainPipeline.Requantize(machine, fields, roots[row], residual: 0, constants);
        }

        return results;
    }
}

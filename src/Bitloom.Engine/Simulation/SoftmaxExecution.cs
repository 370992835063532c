namespace Bitloom.Engine;

/// <summary>SOFTMAX: maximum, sum, divide and write, a tile of T rows at a time.</summary>
internal sealed class SoftmaxExecution(EngineMachine machine, Instruction fields, long start)
{
    private readonly EngineShape shape = machine.Parameters.Shape;
    private readonly SoftmaxParameters softmax = machine.Parameters.Widths.Softmax;

    public void Run()
    {
        for (var tile = 0; tile < fields.RowTiles; tile++)
            RunTile(tile, start + (long)tile * fields.TileCycles);
    }

    private void RunTile(int tile, long issue)
    {
        var scores = fields.ABase + tile * fields.AStride;
        var maxima = Maxima(scores, issue);
        var sums = Sums(scores, issue + PipelineLatencies.SoftmaxSumPhase(fields.Steps), maxima);
        var reciprocals = sums.Select(Reciprocal).ToArray();
        var write = issue +
            PipelineLatencies.SoftmaxWritePhase(fields.Steps, fields.Groups, shape.R, softmax.QuotientBits);
        Write(scores, write, maxima, reciprocals, fields.DestinationBase + tile * fields.RowStride);
    }

    private int[] Maxima(int scores, long cycle)
    {
        var maxima = Enumerable.Repeat(int.MinValue, shape.T).ToArray();
        for (var key = 0; key < fields.Steps; key++)
        {
            var word = machine.Read(fields.ABank, scores + key, cycle + key);
            for (var row = 0; row < shape.T; row++)
                maxima[row] = Math.Max(maxima[row], machine.Extend(word[row], fields.AUnsigned));
        }

        return maxima;
    }

    private long[] Sums(int scores, long cycle, int[] maxima)
    {
        var sums = new long[fields.Groups * shape.R];
        for (var index = 0; index < fields.Steps * fields.Groups; index++)
        {
            var (key, group) = Math.DivRem(index, fields.Groups);
            var word = machine.Read(fields.ABank, scores + key, cycle + index);
            for (var row = group * shape.R; row < (group + 1) * shape.R; row++)
                sums[row] += Exponential(word, maxima, row, cycle + index);
        }

        return sums;
    }

    private int Exponential(int[] word, int[] maxima, int row, long cycle)
    {
        var distance = maxima[row] - machine.Extend(word[row], fields.AUnsigned);
        return machine.Exponential(fields.ConstantBase + distance, cycle);
    }

    // The divider yields the low quotient bits; the numerator is (2^b - 1) 2^k with k = s - RS. Only a row
    // of a faulty schedule sums to 0, for which a restoring divider yields ones.
    private long Reciprocal(long sum)
    {
        var numerator = (long)fields.Maximum << (fields.Shift - softmax.PreShift);
        var mask = (1L << softmax.QuotientBits) - 1;
        return sum == 0 ? mask : numerator / sum & mask;
    }

    private void Write(int scores, long cycle, int[] maxima, long[] reciprocals, int destination)
    {
        var slot = cycle + PipelineLatencies.SoftmaxReadToSlot;
        for (var index = 0; index < fields.Steps * fields.Groups; index++)
        {
            var (key, group) = Math.DivRem(index, fields.Groups);
            var word = machine.Read(fields.ABank, scores + key, cycle + index);
            var results = Group(word, maxima, reciprocals, group, cycle + index);
            DrainPipeline.Accept(machine, fields, results, key, group, destination, slot + index);
        }

        machine.Drain(slot, slot + fields.Steps * fields.Groups);
    }

    private int[] Group(int[] word, int[] maxima, long[] reciprocals, int group, long cycle)
    {
        var results = new int[shape.R];
        for (var lane = 0; lane < shape.R; lane++)
        {
            var row = group * shape.R + lane;
            var shifted = reciprocals[row] << softmax.PreShift;
            var accumulator = SignExtension.Extend(shifted, machine.Parameters.Widths.AccumulatorBits);
            var raw = Exponential(word, maxima, row, cycle);
            var e = SignExtension.Extend(raw, machine.Parameters.Widths.MultiplierBits);
            var constants = new EpilogueConstants(e, 0, 1L << (fields.Shift - 1));
            results[lane] = DrainPipeline.Requantize(machine, fields, accumulator, residual: 0, constants);
        }

        return results;
    }
}

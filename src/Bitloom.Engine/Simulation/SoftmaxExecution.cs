namespace Bitloom.Engine;

/// <summary>SOFTMAX: takes the row maxima of a tile, sums its exponentials and divides.</summary>
internal sealed class SoftmaxExecution(EngineMachine machine, Instruction fields, long start)
{
    private readonly EngineShape shape = machine.Parameters.Shape;
    private readonly SoftmaxParameters softmax = machine.Parameters.Widths.Softmax;

    public void Run()
    {
        var maxima = machine.Read(EngineMemory.Softmax, SoftmaxRegister.Maxima, start);
        machine.Write(EngineMemory.Softmax, SoftmaxRegister.Tile, start, maxima);
        var reciprocals = Sums(start + PipelineLatencies.SoftmaxSumPhase, maxima).Select(Reciprocal).ToArray();
        var ready = start + PipelineLatencies.SoftmaxReady(
            fields.Steps, fields.Groups, shape.R, softmax.QuotientBits);
        machine.Write(EngineMemory.Softmax, SoftmaxRegister.Reciprocals, ready - 1, maxima);
        machine.SoftmaxTile = new(fields, maxima, reciprocals);
    }

    /// <summary>The exponential of a row's distance from its maximum; 0 of a key that the row does not see.</summary>
    public static int Exponential(
        EngineMachine machine, Instruction fields, (int Row, int Key) place, int raw, int maximum, long cycle)
    {
        var distance = maximum - machine.Extend(raw, unsigned: false);
        var exponential = machine.Exponential(fields.ConstantBase + distance, cycle);
        return fields.Sees(place.Row, place.Key) ? exponential : 0;
    }

    private long[] Sums(long cycle, int[] maxima)
    {
        var sums = new long[fields.Groups * shape.R];
        for (var index = 0; index < fields.Steps * fields.Groups; index++)
        {
            var (key, group) = Math.DivRem(index, fields.Groups);
            var word = machine.Read(fields.ABank, fields.ABase + key, cycle + index);
            for (var row = group * shape.R; row < (group + 1) * shape.R; row++)
                sums[row] += Exponential(machine, fields, (row, key), word[row], maxima[row], cycle + index);
        }

        return sums;
    }

    // The divider yields the low quotient bits; the numerator is (2^b - 1) 2^k with k = s - RS. Only a row
    // of a faulty schedule sums to 0, for which a restoring divider yields ones.
    private long Reciprocal(long sum)
    {
        var numerator = (long)fields.Maximum << (fields.Shift - softmax.PreShift);
        var mask = (1L << softmax.QuotientBits) - 1;
        return sum == 0 ? mask : numerator / sum & mask;
    }
}

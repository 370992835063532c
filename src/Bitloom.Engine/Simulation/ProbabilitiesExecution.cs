using Bitloom.Diagnostics;

namespace Bitloom.Engine;

/// <summary>PROBABILITIES: reads the scores of the tile of the last SOFTMAX again and drains its probabilities.</summary>
internal sealed class ProbabilitiesExecution(EngineMachine machine, Instruction fields, long start)
{
    private readonly EngineShape shape = machine.Parameters.Shape;
    private readonly SoftmaxParameters softmax = machine.Parameters.Widths.Softmax;
    private readonly SoftmaxTile tile = machine.SoftmaxTile
        ?? throw new CompilerBugException("EngineSimulator", "PROBABILITIES without a SOFTMAX");

    public void Run()
    {
        machine.Read(EngineMemory.Softmax, SoftmaxRegister.Reciprocals, start);
        var (cycle, slots) = (start + PipelineLatencies.SoftmaxWritePhase, tile.Fields.Steps * tile.Fields.Groups);
        var slot = cycle + PipelineLatencies.SoftmaxReadToSlot;
        for (var index = 0; index < slots; index++)
        {
            var (key, group) = Math.DivRem(index, tile.Fields.Groups);
            var word = machine.Read(tile.Fields.ABank, tile.Fields.ABase + key, cycle + index);
            var results = Group(word, key, group, cycle + index);
            DrainPipeline.Accept(machine, fields, results, key, group, fields.DestinationBase, slot + index);
        }

        machine.Read(EngineMemory.Softmax, SoftmaxRegister.Tile, cycle + slots - 1 + PipelineLatencies.SoftmaxTail);
        machine.Drain(slot - PipelineLatencies.SoftmaxAcceptToSlot, slot, slot + slots);
    }

    private int[] Group(int[] word, int key, int group, long cycle)
    {
        var results = new int[shape.R];
        for (var lane = 0; lane < shape.R; lane++)
        {
            var row = group * shape.R + lane;
            var shifted = tile.Reciprocals[row] << softmax.PreShift;
            var accumulator = SignExtension.Extend(shifted, machine.Parameters.Widths.AccumulatorBits);
            var raw = SoftmaxExecution.Exponential(
                machine, tile.Fields, (row, key), word[row], tile.Maxima[row], cycle);
            var e = SignExtension.Extend(raw, machine.Parameters.Widths.MultiplierBits);
            var constants = new EpilogueConstants(e, 0, 1L << (fields.Shift - 1));
            results[lane] = DrainPipeline.Requantize(machine, fields, accumulator, residual: 0, constants);
        }

        return results;
    }
}

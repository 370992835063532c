using System.Collections.Immutable;

namespace Bitloom.Engine;

/// <summary>The exact cycle count of a program (docs/engine.md, Streams and a whole inference).</summary>
public static class CycleModel
{
    /// <summary>The timing of instructions with given delays; the last is END.</summary>
    public static ExecutionSchedule Schedule(
        ImmutableArray<ProgramInstruction> program, int inputs, int outputs)
    {
        var scheduled = ImmutableArray.CreateBuilder<ScheduledInstruction>(program.Length);
        var cursor = 0L;
        foreach (var instruction in program)
        {
            var entry = At(instruction, cursor);
            scheduled.Add(entry);
            cursor = entry.End;
        }

        var tensors = program.Count(instruction => instruction.Fields.Opcode is Opcode.Output or Opcode.End);
        return new(
            scheduled.ToImmutable(),
            inputs + PipelineLatencies.Start + cursor + PipelineLatencies.Streaming(tensors, outputs));
    }

    private static ScheduledInstruction At(ProgramInstruction instruction, long cursor)
    {
        var (fields, start) = (instruction.Fields, cursor + instruction.Fields.Delay);
        var tiles = fields.Opcode is Opcode.Output or Opcode.End ? 0 : fields.Tiles;
        var end = start + (long)tiles * fields.TileCycles;
        return new(
            instruction.Tensor, instruction.Head, fields.Opcode, fields.Delay, tiles, fields.TileCycles, start, end);
    }
}

using System.Collections.Immutable;
using System.Globalization;
using Bitloom.Engine;
using Bitloom.Reporting;

namespace Bitloom.Pipeline;

/// <summary>The program over the cycles of an inference: its instructions, and what lies in the memories meanwhile.</summary>
internal static class ProgramReport
{
    public static ImmutableArray<InstructionEntry> Instructions(EngineProgram program) =>
        [.. program.Schedule.Instructions.Select((entry, index) => Instruction(program, entry, index))];

    public static ImmutableArray<MemoryUseEntry> MemoryMap(EngineProgram program) =>
        [.. program.MemoryMap.Select(entry => new MemoryUseEntry(
            entry.Memory.ToString().ToLowerInvariant(), entry.Tensor, entry.Base, entry.Layout.Words,
            Start(program, entry), End(program, entry)))];

    private static InstructionEntry Instruction(EngineProgram program, ScheduledInstruction entry, int index)
    {
        var (fields, offset) = (program.Instructions[index].Fields, Offset(program));
        var busy = entry.Opcode == Opcode.MatMul ? (long)fields.Tiles * fields.Steps : 0;
        return new(
            index, entry.Opcode.ToString().ToUpperInvariant(), Name(entry), entry.End - entry.Start + entry.Delay,
            entry.Delay, ArrayUtilization.Of(program, index))
        {
            Start = offset + entry.Start,
            End = IsOutput(entry) ? EndOfStream(program, index) : offset + entry.End,
            Busy = busy,
            Tiles = entry.Tiles,
        };
    }

    private static long Start(EngineProgram program, MemoryMapEntry entry) =>
        entry.FirstWrite < 0 ? 0 : Offset(program) + program.Schedule.Instructions[entry.FirstWrite].Start;

    // The input is overwritten by the next window, constants by nothing.
    private static long End(EngineProgram program, MemoryMapEntry entry)
    {
        var (all, last) = (program.Schedule.Cycles, program.Schedule.Instructions[Math.Max(0, entry.LastRead)]);
        if (entry.Memory is EngineMemory.Constant or EngineMemory.Weight || entry.LastRead < 0)
            return all;
        return IsOutput(last) ? EndOfStream(program, entry.LastRead) : Offset(program) + last.End;
    }

    private static bool IsOutput(ScheduledInstruction entry) => entry.Opcode is Opcode.Output or Opcode.End;

    // Outputs are streamed after the last instruction's delay; an earlier one ends where the program goes on.
    private static long EndOfStream(EngineProgram program, int index) =>
        index == program.Schedule.Instructions.Length - 1
            ? program.Schedule.Cycles
            : Offset(program) + program.Schedule.Instructions[index + 1].Start;

    /// <summary>Cycles from the first input element to cycle 0 of the program.</summary>
    private static long Offset(EngineProgram program) => program.Parameters.Inputs + PipelineLatencies.Start;

    private static string Name(ScheduledInstruction entry) =>
        entry.Head == 0 ? entry.Tensor : string.Create(CultureInfo.InvariantCulture, $"{entry.Tensor} ({entry.Head})");
}

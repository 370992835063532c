using System.Collections.Immutable;
using Bitloom.Ir;

namespace Bitloom.Engine;

/// <summary>A graph lowered for one shape: instructions with addresses, not yet with delays.</summary>
/// <param name="Planned">The instructions before memory was allocated, in the same order.</param>
internal sealed record EnginePlan(
    IntegerGraph Graph,
    EngineShape Shape,
    IReadOnlyList<PlannedInstruction> Planned,
    ImmutableArray<ProgramInstruction> Instructions,
    MemoryAllocation Allocation)
{
    /// <summary>Cycles of the program if no instruction had to wait.</summary>
    public long CyclesWithoutDelays => Instructions
        .Where(instruction => instruction.Fields.Opcode is not (Opcode.Output or Opcode.End))
        .Sum(instruction => (long)instruction.Fields.Tiles * instruction.Fields.TileCycles);

    /// <summary>The plan, or null when the banks cannot keep an A operand and a residual apart.</summary>
    public static EnginePlan? Of(IntegerGraph graph, EngineShape shape, EngineWidths widths) =>
        LoweredGraph.Of(graph, shape, widths).Allocated();

    /// <summary>With the least safe delays, in the order of the graph or, where it takes fewer cycles, another one.</summary>
    public EnginePlan Scheduled(EngineWidths widths)
    {
        var scheduled = Delayed(widths);
        var order = ProgramOrder.Of(Planned, Shape, widths);
        if (order.SequenceEqual(Planned) || new LoweredGraph(Graph, Shape, order).Allocated() is not { } other)
            return scheduled;
        var reordered = other.Delayed(widths);
        return reordered.Cycles < scheduled.Cycles ? reordered : scheduled;
    }

    /// <summary>Cycles from the program's cycle 0 to the end of END's delay.</summary>
    public long Cycles => CyclesWithoutDelays + Instructions.Sum(instruction => (long)instruction.Fields.Delay);

    private EnginePlan Delayed(EngineWidths widths) =>
        this with { Instructions = StaticScheduler.Schedule(Instructions, Shape, widths) };
}

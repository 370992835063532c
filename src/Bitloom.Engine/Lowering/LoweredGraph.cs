using Bitloom.Ir;

namespace Bitloom.Engine;

/// <summary>A graph lowered for one shape, before its memory is allocated: enough to compare shapes by their cycles.</summary>
internal sealed record LoweredGraph(IntegerGraph Graph, EngineShape Shape, IReadOnlyList<PlannedInstruction> Planned)
{
    /// <summary>Cycles of the program if no instruction had to wait.</summary>
    public long CyclesWithoutDelays { get; } = Planned
        .Select(planned => planned.Fields)
        .Where(fields => fields.Opcode is not (Opcode.Output or Opcode.End))
        .Sum(fields => (long)fields.Tiles * fields.TileCycles);

    /// <summary>The graph's instructions for the shape.</summary>
    public static LoweredGraph Of(IntegerGraph graph, EngineShape shape, EngineWidths widths) => new(
        graph, shape, LowerOperation.LowerGraph(new LoweringContext(graph, shape, widths, new TensorLayouts(graph, shape))));

    /// <summary>With addresses, or null when the banks cannot keep an A operand and a residual apart.</summary>
    public EnginePlan? Allocated() => MemoryAllocation.Of(Graph, Planned) is { } allocation
        ? new(
            Graph, Shape, Planned, [.. Planned.Select(each => ResolveAddresses.Resolve(each, allocation))], allocation)
        : null;
}
